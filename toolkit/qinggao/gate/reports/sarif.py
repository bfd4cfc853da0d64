"""SARIF 2.1.0: what code scanning takes in. Columns count code points; mends are fixes that a viewer can apply."""
from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from ... import __version__
from ...lints import lint
from ..check import Checked
from ..finding import Located, Place

LEVELS = {'error': 'error', 'warning': 'warning', 'info': 'note'}


def write(done: Sequence[Checked]) -> Iterator[str]:
    found = [found for one in done for found in one.found]
    codes = sorted({one.code for one in found})
    places = {code: number for number, code in enumerate(codes)}
    log = {
        '$schema': 'https://json.schemastore.org/sarif-2.1.0.json',
        'version': '2.1.0',
        'runs': [{
            'tool': {'driver': {'name': 'qinggao', 'version': __version__, 'rules': [_rule(code) for code in codes]}},
            'columnKind': 'unicodeCodePoints',
            'invocations': [{'executionSuccessful': not any(one.error for one in done),
                             'toolExecutionNotifications': [_failure(one) for one in done if one.error]}],
            'results': [_result(one, places[one.code]) for one in found],
        }],
    }
    yield json.dumps(log, ensure_ascii=False, indent=1).encode('utf-8', 'backslashreplace').decode('utf-8') + '\n'


def _rule(code: str) -> dict[str, Any]:
    module = lint(code)
    first, _, rest = (module.__doc__ or '').strip().partition('\n\n')
    return {'id': code, 'name': module.NAME, 'shortDescription': {'text': first},
            'fullDescription': {'text': ' '.join((rest or first).split())},
            'defaultConfiguration': {'level': LEVELS[module.SEVERITY]}}


def _result(found: Located, number: int) -> dict[str, Any]:
    place = {'artifactLocation': {'uri': uri(found.path)}, 'region': _region(found.place)}
    result: dict[str, Any] = {
        'ruleId': found.code, 'ruleIndex': number, 'level': LEVELS[found.severity], 'message': {'text': found.message},
        'locations': [{'physicalLocation': place}], 'partialFingerprints': {'qinggao/v1': found.fingerprint},
    }
    if found.mends:
        replacements = [{'deletedRegion': _region(where), 'insertedContent': {'text': new}}
                        for where, new in found.mends]
        result['fixes'] = [{'description': {'text': f'mend {found.code}'}, 'artifactChanges': [
            {'artifactLocation': place['artifactLocation'], 'replacements': replacements}]}]
    return result


def _region(place: Place) -> dict[str, int]:
    return {'startLine': place.line, 'startColumn': place.column, 'endLine': place.end_line,
            'endColumn': place.end_column}


def _failure(one: Checked) -> dict[str, Any]:
    return {'level': 'error', 'message': {'text': str(one.error)},
            'locations': [{'physicalLocation': {'artifactLocation': {'uri': uri(one.path)}}}]}


def uri(path: str) -> str:
    """A path as a relative reference: spaces, Chinese and emoji percent-encoded, `a:b.md` not taken for a scheme."""
    import os
    safe = quote(os.fsencode(path.replace(os.sep, '/')))
    return f'./{safe}' if ':' in safe.partition('/')[0] else safe
