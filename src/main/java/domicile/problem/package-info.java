/**
 * What is told to a person whose input or storage is refused: what is wrong, where, and what to do. It depends on
 * nothing else of the program, so that every layer can say its own problems.
 */
@NullMarked
package domicile.problem;

import org.jspecify.annotations.NullMarked;
