package domicile;

public final class Domicile {
    private Domicile() {}

    public static void main(String[] args) {
        System.out.println("x");
    }
}
