"""的 before a complement: 他跑的很快 → 他跑得很快.

Quantities stay: 卖的不多 may be those who sell. So does what is compared, 比他做的更好 being better than what he does,
and what is a noun of its own: 你要做的非常简单, 没有大家想的那么难, 发展的不充分.
"""
from __future__ import annotations

from ...patterns import HAN, lazy
from .pattern import Pattern, behind

_END = r'(?=[\s，。！？；,.!?;了啊吧呢吗嘛呀哦哈]|$)'
_DEGREE = '非常|比较|特别|更|还|太|最|挺|很|也很|相当|十分|蛮|有点|越来越|如此|极其'
_SO = '|这么|那么'
_NOT = '不|还不|也不'
_DOINGS = ('做|跑|走|活|打|跌|涨|卖|赚|赢|输|学|干|管|聊|玩|睡|飞|开|住|混|卷|刷|切|传|弄|炒|过|抓|压|查|背|练|教|追'
           '|逼|搞')
_STATES = ('表现|发展|恢复|生活|成长|增长|传播|运行|执行|准备|设计|维持|保护|控制|配合|贬值|升值|进行|运转|推进|隐藏'
           '|维护|相处|合作|管理|运作|迭代|磨合|融合')
_SAYINGS = '说|讲|写|拍|唱|演|分析|总结|解释|描述|翻译|表达|剪|画|记|问|答|回答'
_OTHERS = '想|看|穿|吃|用'
_HOW = ('快|慢|清楚|明白|明显|开心|糟糕|惨|狠|厉害|顺利|详细|清晰|透彻|到位|稳|轻松|辛苦|累|激烈|出色|滋润|仔细|难受'
        '|痛苦|认真|充分|疲软|火热|彻底|深入|熟练|紧|凶|频繁|自然|直白|直接|流利')
_WELL = '好|不错|成功|漂亮|精彩|优秀|舒服|幸福|准确|好看|完美|强势|差|棒'
_WORTH = '简单|复杂|重|轻|坏|低|高|大|小|美|死|窄|宽|满|干净|严重|恐怖|可怕|具体|细'
# 小说的, 好看的, 有用的, 经过的, 大学的, 一切的: the character before 的 is no verb there. 打的 may be going by taxi.
_NO_VERB = ('(?<!小说的)(?<!好[吃玩看用]的)(?<![有没可实作使]用的)(?<!买卖的)(?<!行走的)'
            '(?<![经通超难不错]过的)(?<![科大同文数化哲医小中]学的)'
            '(?<![一亲密确迫热]切的)(?<!教练的)(?<![才主骨树]干的)(?!(?<=打的)..?[快慢稳])')
_IDIOMS = ('盆满钵满|清清楚楚|明明白白|一清二楚|一塌糊涂|淋漓尽致|头破血流|面目全非|天花乱坠|津津有味|井井有条'
           '|有声有色|风生水起|遍体鳞伤|粉身碎骨|体无完肤|团团转|喘不过气|说不出话|睡不着觉|热火朝天|如火如荼'
           '|哑口无言|目瞪口呆|干干净净|乱七八糟|死去活来|热泪盈眶|无影无踪|七上八下|晕头转向|屁滚尿流|落花流水'
           '|满头大汗|筋疲力尽|不亦乐乎|人仰马翻|彻彻底底')
_HARD = '弄|亏|闹|吓|急|忙|杀|骂|批|摔|收|理|听|整|扫'
_FEELINGS = '忙|累|气|急|乐|疼|痛|困|饿|吓|怕|激动|开心|高兴|兴奋|难受|难过|痛苦|辛苦|生气|紧张|失望'
_SIZES = ('大|小|高|低|多|少|好|强|弱|快|慢|贵|便宜|难|简单|容易|复杂|严重|重要|早|晚|远|长|深|轻松|安全|厉害|强大|凶'
          '|深刻')

_COMPARES = lazy(r'比[^，。,\s]{1,5}$')
# No 比 before 大的多, no 把 before 想的太简单: then the first may be the big ones, the second what was thought.
_MEASURES = lazy(rf'(?:比(?![如例较赛特亚价重率喻方分])|(?<=[{HAN}])(?<![人想需])要|不如)[^，。！？,\n]*$')
_HANDLES = lazy(r'把[^，。！？,\n]{2,}$')

_ANY = f'{_DOINGS}|{_SAYINGS}|{_OTHERS}'
_GOOD = f'{_HOW}|{_WELL}'
_GOES = '|'.join(f'(?=(?:{degree})(?:{how}){_END}){behind(verbs, "的")}' for degree, how, verbs in (
    (_DEGREE + _SO, _GOOD, f'{_DOINGS}|{_STATES}'),
    (_NOT, _GOOD, '做|干|混|聊|卖|走'),
    (_DEGREE, _HOW, f'{_SAYINGS}|{_OTHERS}'),
    ('', '不错', f'{_DOINGS}|{_STATES}'),
))
_BECOMES = f'(?=(?:{_DEGREE}|{_NOT})(?:{_GOOD}|{_WORTH}){_END}){behind(f"{_ANY}|{_STATES}|形容|想象", "的")}'
_SET = (f'(?=(?:{_IDIOMS})(?!的)){behind(f"{_ANY}|{_HARD}", "的")}'
        f'|(?=不得了|要死|要命|不行{_END}){behind(_FEELINGS, "的")}')
_SAID = f'(?=(?:{_DEGREE}|{_NOT})(?:{_WELL}){_END}){behind(_SAYINGS, "的")}'

PATTERNS = (
    Pattern('de-complement', '的', '得', lazy(f'的(?:{_GOES}){_NO_VERB}'),
            'how well or how far a verb went, at the end of its clause', unless=_COMPARES),
    Pattern('de-handled', '的', '得', lazy(f'的{_BECOMES}{_NO_VERB}'),
            'what becomes of a thing that 把 names', needs=_HANDLES, unless=_COMPARES, sure=False),
    Pattern('de-idiom', '的', '得', lazy(f'的(?:{_SET}){_NO_VERB}'),
            'a set phrase that tells how a verb or a feeling went', sure=False),
    Pattern('de-much', '的', '得', lazy(f'的(?=多(?:[的得]多)*{_END}){behind(f"{_SIZES}|的多|得多", "的")}'),
            'more by far', needs=_MEASURES, unless=lazy(f'比(?:{_SIZES})$'), sure=False),
    Pattern('de-said', '的', '得', lazy(f'的{_SAID}{_NO_VERB}'),
            'how well something was said, where it is not what was said', unless=_COMPARES, sure=False),
)
