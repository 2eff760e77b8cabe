package dev.spirallab.export.python;

import java.util.ArrayList;
import java.util.List;

/** A call, without the arguments that are PyTorch's defaults anyway. */
final class Call {
    private final String function;
    private final List<String> arguments = new ArrayList<>();

    private Call(String function) {
        this.function = function;
    }

    static Call of(String function, Object... arguments) {
        Call call = new Call(function);
        for (Object argument : arguments) {
            call.arguments.add(argument.toString());
        }
        return call;
    }

    Call with(String name, String value) {
        arguments.add(name + "=" + value);
        return this;
    }

    Call with(String name, double value) {
        return with(name, Py.number(value));
    }

    /** Left out where it is the default. */
    Call with(String name, double value, double usual) {
        return value == usual ? this : with(name, value);
    }

    Call with(String name, boolean value, boolean usual) {
        return value == usual ? this : with(name, Py.truth(value));
    }

    Call with(String name, String value, String usual) {
        return value.equals(usual) ? this : with(name, value);
    }

    @Override
    public String toString() {
        return function + "(" + String.join(", ", arguments) + ")";
    }
}
