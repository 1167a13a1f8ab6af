/** The pages that facts rest on: taken in, quoted, read again, and what that would change. */
@org.jspecify.annotations.NullMarked
package domicile.source;
