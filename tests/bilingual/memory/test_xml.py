"""XML that means harm, or is only broken, is an error: nothing is read, fetched or expanded, and little is held."""
from __future__ import annotations

import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from qinggao import FileError
from qinggao.bilingual.memory.xml import elements, plain, words

from .given import everything, human, opened

LAUGHS = ''.join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(12))
PARAMETERS = '<!ENTITY % p0 "<!---->">' + ''.join(f'<!ENTITY % p{n + 1} "&#37;p{n};<!---->&#37;p{n};">' for n in range(30))


def texts(path: Path, text: str | bytes) -> list[str]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [plain(element, lambda code: None, 'in.xml') for element in elements(path, ('tu',))]


@pytest.mark.parametrize('text', [
    f'<!DOCTYPE tmx [<!ENTITY l0 "lol">{LAUGHS}]><tmx><tu>&l12;</tu></tmx>',
    f'<!DOCTYPE tmx [<!ENTITY l0 "lol">{LAUGHS}]><tmx a="&l12;"><tu b="&l12;">a</tu></tmx>',
    f'<!DOCTYPE tmx [{PARAMETERS}%p30;]><tmx><tu>a</tu></tmx>',
    '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx><tu>&a;</tu></tmx>',
    '<!DOCTYPE tmx [<!ENTITY % a SYSTEM "secret.txt"> %a;]><tmx><tu>a</tu></tmx>',
    '<!DOCTYPE tmx [<!ENTITY a SYSTEM "secret.txt">]><tmx><tu>&a;</tu></tmx>',
    '<!DOCTYPE tmx [<!ENTITY a PUBLIC "-//a//b" "secret.txt">]><tmx><tu>&a;</tu></tmx>',
    '<!DOCTYPE tmx SYSTEM "secret.dtd"><tmx><tu>&a;</tu></tmx>',
    '<tmx><tu>&a;</tu></tmx>',
    f'<tmx><tu>{"<a/>" * 30_000}</tu></tmx>',
    f'<tmx><tu>{"<a>" * 1000}',
    f'<tmx>{"<a>" * 1000}',
    f'<tmx><tu>{"a" * 11_000_000}</tu></tmx>',
    '<tmx><tu>&#0;</tu></tmx>', '<tmx><tu>\x0b</tu></tmx>', '<tmx><tu></tmx></tu>', '<tmx><tu a="1" a="2"/></tmx>',
    '<tmx><tu><x:b/></tu></tmx>', '<tmx/><tmx/>', '\n<?xml version="1.0"?><tmx/>',
    '<?xml version="1.0" encoding="utf-8"?><tmx><tu>é</tu></tmx>'.encode('latin-1')])
def test_what_means_harm_or_is_broken_is_refused(tmp_path: Path, text: str | bytes) -> None:
    (tmp_path / 'secret.txt').write_text('do not read')
    (tmp_path / 'secret.dtd').write_text('<!ENTITY a "do not read">')
    with pytest.raises(FileError) as caught:
        texts(tmp_path / 'in.xml', text)
    assert caught.value.path and caught.value.cure and 'do not read' not in str(caught.value)


@pytest.mark.parametrize('text, expected', [
    ('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><tu>a</tu></tmx>', ['a']),
    ('<!DOCTYPE tmx SYSTEM "secret.dtd" [<!ATTLIST tu a CDATA "b">]><tmx><tu>a</tu></tmx>', ['a']),
    ('<tmx xmlns:xi="http://www.w3.org/2001/XInclude"><tu>a<xi:include href="secret.txt" parse="text"/>b</tu></tmx>', ['ab']),
    ('<?xml-stylesheet href="secret.txt"?><tmx><tu>a<!-- no -->b<?no no?>c<![CDATA[<d>]]>&lt;&#20320;</tu></tmx>', ['abc<d><你']),
    ('<t:tmx xmlns:t="urn:a"><t:group><t:tu>a<t:b>b</t:b>c</t:tu></t:group><t:tu/></t:tmx>', ['abc', '']),
    ('<?xml version="1.0" encoding="utf-16"?><tmx><tu>你好</tu></tmx>'.encode('utf-16'), ['你好']),
    ('<?xml version="1.0" encoding="gb18030"?><tmx><tu>你好</tu></tmx>'.encode('gb18030'), ['你好']),
    ('\ufeff<tmx><tu>a</tu></tmx>', ['a'])])
def test_what_is_sound_is_read_and_no_more(tmp_path: Path, text: str | bytes, expected: list[str]) -> None:
    (tmp_path / 'secret.txt').write_text('do not read')
    (tmp_path / 'secret.dtd').write_text('<!ENTITY a "do not read">')
    assert texts(tmp_path / 'in.xml', text) == expected


def test_nothing_is_fetched(tmp_path: Path) -> None:
    asked = list[str]()

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    server = HTTPServer(('127.0.0.1', 0), Server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        url = f'http://127.0.0.1:{server.server_port}'
        assert texts(tmp_path / 'a.xml', f'<!DOCTYPE tmx SYSTEM "{url}/a.dtd"><tmx><tu>a</tu></tmx>') == ['a']
        for kind in ('', '% '):
            with pytest.raises(FileError):
                texts(tmp_path / 'a.xml', f'<!DOCTYPE tmx [<!ENTITY {kind}a SYSTEM "{url}/b"> {kind and "%a;"}]><tmx><tu>&a;</tu></tmx>')
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert asked == []


def test_what_no_xml_can_hold_becomes_an_element() -> None:
    assert words('a\x0b<b>&\uffff\t\n]]>', '<cp hex="{}"/>') == 'a<cp hex="000B"/>&lt;b&gt;&amp;<cp hex="FFFF"/>\t\n]]&gt;'


READ = '''
import resource, sys
from pathlib import Path
from qinggao.bilingual.memory import Memory, bring_in
with Memory(Path(sys.argv[2])) as memory:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(bring_in(memory, Path(sys.argv[1])).kept.new)
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // (1024 if sys.platform != 'darwin' else 2 ** 20))
'''


@pytest.mark.skipif(sys.platform == 'win32', reason='no such measure here')
@pytest.mark.parametrize('rest', ['', '<group><other>words</other></group>' * 500_000], ids=['units', 'others'])
def test_a_large_file_takes_little_room(tmp_path: Path, rest: str) -> None:
    unit = '<tu><tuv xml:lang="zh"><seg>第{}句，{}</seg></tuv><tuv xml:lang="en"><seg>Sentence {}</seg></tuv></tu>\n'
    with open(tmp_path / 'big.tmx', 'w', encoding='utf-8') as file:
        file.write('<tmx version="1.4"><header srclang="zh"/><body>' + rest)
        file.writelines(unit.format(number, '好' * 100, number) for number in range(1 if rest else 50_000))
        file.write('</body></tmx>')
    assert (tmp_path / 'big.tmx').stat().st_size > 17_000_000
    done = subprocess.run([sys.executable, '-c', READ, tmp_path / 'big.tmx', tmp_path / 'memory'], capture_output=True, text=True)
    assert done.stderr == ''
    new, megabytes = map(int, done.stdout.split())
    assert new == (1 if rest else 50_000) and megabytes < 60


def test_a_memory_lives_through_what_means_harm(tmp_path: Path) -> None:
    from qinggao.bilingual.memory import bring_in
    (tmp_path / 'in.tmx').write_text(f'<!DOCTYPE tmx [<!ENTITY l0 "lol">{LAUGHS}]><tmx><header/><body><tu>&l9;</tu></body></tmx>')
    with opened(tmp_path) as memory:
        memory.keep([human()])
        with pytest.raises(FileError, match='entities'):
            bring_in(memory, tmp_path / 'in.tmx')
        assert everything(memory) == [human()]
