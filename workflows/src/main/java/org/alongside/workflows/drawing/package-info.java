/** Draws a process from the layout in its model, in the pieces of the look; knows models and shapes, no data. */
package org.alongside.workflows.drawing;
