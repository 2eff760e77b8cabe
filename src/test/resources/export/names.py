"""Says which of the given Python files have no sound syntax, or use names that nobody defines."""
import builtins
import symtable
import sys


def unknown(table, defined):
    names = {
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_referenced() and symbol.is_global() and symbol.get_name() not in defined
    }
    for child in table.get_children():
        names |= unknown(child, defined)
    return names


for path in sys.argv[1:]:
    try:
        with open(path, encoding="utf-8") as file:
            source = file.read()
        compile(source, path, "exec")
        top = symtable.symtable(source, path, "exec")
        defined = set(dir(builtins)) | {"__name__"}
        defined |= {symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()}
        unused = {
            symbol.get_name()
            for symbol in top.get_symbols()
            if symbol.is_imported() and not symbol.is_referenced()
        }
        missing = unknown(top, defined)
        for name in missing:
            print(f"{path}: {name} is not defined")
    except SyntaxError as error:
        print(f"{path}: {error}")
