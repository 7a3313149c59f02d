package org.alongside.web.frame.tag;

import jakarta.faces.render.FacesRenderer;

/** The same boxes for questions with several answers; Faces wants one renderer a family. */
@FacesRenderer(componentFamily = "jakarta.faces.SelectMany", rendererType = ChoicesRenderer.TYPE)
public class ManyChoicesRenderer extends ChoicesRenderer {}
