"""python -m qinggao, and the script qinggao: the command line."""
from __future__ import annotations


def main() -> int:
    """Run the command; the exit code. An interrupt while it is still being imported is as quiet as a later one."""
    try:
        from .cli import main as command
        return command()
    except KeyboardInterrupt:
        return 130


if __name__ == '__main__':
    raise SystemExit(main())
