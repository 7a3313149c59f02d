package org.alongside.workflows;

import jakarta.enterprise.inject.Instance;
import java.util.HashMap;
import java.util.Map;

/**
 * What models may call, by the name of its class with a small first letter. Whatever is one is handed to the engine that the
 * server runs: none can be forgotten there.
 */
public interface ProcessBean {
    /** All of them by the names that models use. */
    static Map<Object, Object> byName(Instance<ProcessBean> beans) {
        Map<Object, Object> byName = new HashMap<>();
        beans.handles().forEach(handle -> byName.put(name(handle.getBean().getBeanClass()), handle.get()));
        return byName;
    }

    static String name(Class<?> bean) {
        String name = bean.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
