"""Lets the published PyTorch run without the CUDA libraries it is built against: 3 GB that a test on a CPU never calls.

    python cpu_torch.py [site-packages]

PyTorch's wheel for Linux links those libraries, so that it does not even load without them. This writes small stand-ins
with the same names and symbols, each function of which answers 100: "no CUDA device". PyTorch then finds no GPU and
works on the CPU. Where the real libraries are installed it changes nothing. Needs gcc, readelf and nm.
"""

import re
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

NO_DEVICE = 100
LIBRARY = r"lib(?:cu|nv|nccl)\S*"
SYMBOL = r"_*(?:cu|nv|nccl)\S+"


def run(*command: str, text: str = "") -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, input=text).stdout


def demands(torch_libraries: Path) -> tuple[dict[str, set[str]], set[str]]:
    """The libraries that PyTorch links, with the symbol versions it expects of each, and the symbols themselves."""
    versions: dict[str, set[str]] = {}
    symbols: set[str] = set()
    for library in torch_libraries.glob("lib*.so*"):
        for name in re.findall(rf"NEEDED.*\[({LIBRARY})\]", run("readelf", "-dW", str(library))):
            versions.setdefault(name, set())
        symbols |= set(re.findall(rf" U ({SYMBOL})", run("nm", "-D", str(library))))
    for library in torch_libraries.glob("lib*.so*"):
        _add_versions(run("readelf", "-VW", str(library)), versions)
    return versions, symbols


def _add_versions(listing: str, versions: dict[str, set[str]]) -> None:
    owner = ""
    for kind, name in re.findall(r"(File|Name): (\S+)", listing):
        if kind == "File":
            owner = name
        elif owner in versions:
            versions[owner].add(name)


def stand_in(path: Path, versions: set[str], symbols: set[str]) -> None:
    """A library that holds every symbol of these versions, and every symbol that asks for none."""
    mine = [symbol.replace("@@", "@").partition("@")[::2] for symbol in sorted(symbols)]
    mine = [(name, version) for name, version in mine if version in versions or not version]
    labels = "\n".join(f".globl {name}\n{name}:" for name, _ in mine)
    source = f".text\n{labels}\n mov ${NO_DEVICE}, %eax\n ret\n"
    blocks = [f"{v} {{ global: {' '.join(name + ';' for name, own in mine if own == v)} }};" for v in sorted(versions)]
    with tempfile.NamedTemporaryFile("w", suffix=".map") as script:
        script.write("\n".join(blocks))
        script.flush()
        extra = [f"-Wl,--version-script={script.name}"] if versions else []
        run("gcc", "-shared", "-nostdlib", *extra, "-x", "assembler", "-", "-o", str(path), text=source)


def main() -> None:
    site = Path(sys.argv[1] if len(sys.argv) > 1 else sysconfig.get_path("purelib"))
    folder = site / "nvidia" / "cu13" / "lib"
    if list((site / "nvidia").glob("*/lib/libcudart.so*")):
        print("The CUDA libraries are there already; nothing to do.")
        return
    versions, symbols = demands(site / "torch" / "lib")
    folder.mkdir(parents=True)
    for name in sorted(versions):
        stand_in(folder / name, versions[name], symbols)
    print(f"{len(versions)} stand-ins for CUDA libraries in {folder}")


if __name__ == "__main__":
    main()
