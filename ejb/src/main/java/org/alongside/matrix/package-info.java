/**
 * What each role may ever make of each kind of information: the matrix as it stands, and how it is changed by two
 * administrators, within {@link org.alongside.matrix.Fence fences} that nobody moves. It opens no file: the gate and row
 * security read it ({@link org.alongside.access.RoleMatrix}) beside the grants of a file.
 */
package org.alongside.matrix;
