package dev.spirallab.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;

@Route("")
class WorkbenchView extends VerticalLayout {
    WorkbenchView() {
        add(new H1("Spiral Lab"));
    }
}
