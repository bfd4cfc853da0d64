"""python -m qinggao, and the script qinggao: the command line."""
from __future__ import annotations


def main() -> int:
    """Run the command; the exit code. An interrupt while it is still being imported is as quiet as a later one."""
    try:
        from .cli import main as command
        code = command()
        if code == 130:     # what is still at work ends with the process: a third Ctrl-C amid that would abort it
            import signal
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        return code
    except KeyboardInterrupt:
        return 130


if __name__ == '__main__':
    raise SystemExit(main())
