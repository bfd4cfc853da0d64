"""A hub of models on this machine, so that the real client can fetch: whole, in pieces, or not at all."""
from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

COMMIT = 'a' * 40
CLOSED = 'http://127.0.0.1:9'     # nobody listens there


class Hub:
    """Serves one repository; ``breaks``: the file during which the line goes dead."""

    def __init__(self, repository: str, files: Mapping[str, bytes]) -> None:
        self.repository, self.files, self.breaks = repository, files, ''
        self.address = ''


@contextmanager
def served(hub: Hub) -> Iterator[Hub]:
    """The hub while it answers."""
    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            place, about = self.path.split('?')[0], f'/api/models/{hub.repository}'
            name = place.removeprefix(f'/{hub.repository}/resolve/{COMMIT}/')
            if place == f'{about}/revision/main':
                self._say({'id': hub.repository, 'sha': COMMIT, 'siblings': [{'rfilename': file} for file in hub.files]})
            elif place == f'{about}/tree/{COMMIT}':
                self._say([{'type': 'file', 'oid': sha256(data).hexdigest()[:40], 'size': len(data), 'path': file}
                           for file, data in hub.files.items()])
            elif name in hub.files:
                self._send(hub.files[name], name)
            else:
                self.send_response(404)
                self.send_header('X-Error-Code', 'RepoNotFound')
                self.send_header('Content-Length', '0')
                self.end_headers()

        do_HEAD = do_GET

        def _say(self, data: object) -> None:
            self._send(json.dumps(data).encode(), '')

        def _send(self, data: bytes, name: str) -> None:
            start = int(self.headers.get('Range', 'bytes=0-').removeprefix('bytes=').split('-')[0])
            self.send_response(206 if start else 200)
            self.send_header('ETag', f'"{sha256(data).hexdigest()}"')
            self.send_header('X-Repo-Commit', COMMIT)
            self.send_header('Content-Length', str(len(data) - start))
            self.end_headers()
            if self.command == 'GET' and name == hub.breaks != '':
                self.close_connection = True
                self.wfile.write(data[start:len(data) // 2])
            elif self.command == 'GET':
                self.wfile.write(data[start:])

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: a test is quiet."""

    server = ThreadingHTTPServer(('127.0.0.1', 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    hub.address = f'http://127.0.0.1:{server.server_port}'
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()


def models(cache: Path, *argv: str, hub: str = CLOSED) -> subprocess.CompletedProcess[str]:
    """`qinggao models` with this cache and no other hub: the client reads both when it is imported."""
    env = {**os.environ, 'HF_ENDPOINT': hub, 'HF_HUB_CACHE': str(cache), 'HF_HUB_DISABLE_XET': '1'}
    env.pop('HF_HUB_OFFLINE', None)
    return subprocess.run([sys.executable, '-m', 'qinggao', 'models', *argv], env=env, capture_output=True, text=True,
                          encoding='utf-8', timeout=300)
