"""的 that marks an adverb: 慢慢的把门关上 → 慢慢地把门关上.

What follows must begin a verb and can begin no noun: 不断的努力 may be effort without end, as 简单的问题 is a question.
"""
from __future__ import annotations

from ...patterns import HAN, lazy
from .pattern import Pattern, behind
from .words import ADVERBS, MANNERS, SAYING

# Prepositions, but for words of theirs that may be nouns: 把握, 将来, 向上, 给予, 跟踪, 往事, 从业者.
_PREPOSITIONS = ('把(?![握手关戏柄脉门子])|将(?![来军领士近帅相至])|向(?![上下前后心往导量日来着阳东西南北左右外内])'
                 '|给(?![予付定养药水力料出])|跟(?![进踪随单班头风团拍贴])|往(?![事来年日复返期常昔])'
                 '|从(?![业众属前来此军政容事不未中头今句犯])')
_GO = '做看想说找买学用拿问讲聊玩跟把帮写跑吃听花给赚干搞读追谈试推'
_COMING = (f'去(?:[{_GO}](?![家者法手点头路])'
           '|了解|理解|改变|分析|思考|解决|完成|实现|面对|接受|推动|寻找|尝试|学习|适应)'
           '|来(?:看(?!看?的)|说|讲|聊|谈|解释|介绍|分析|梳理)')
# Verbs that are no nouns whatever follows.
_VERBS = ('(?:告诉|看待|看见|指出|回到|意识到|认识到|感受到|感觉到|体会到|了解到|认为|知道|提到|想到|想起|走进|走到'
          '|走出|转移到|运用到|应用到|融入到|表达出|展示出|展现出|体现出|反映出|表现出|感到'
          '|[看听找拿说写抓守记接拉推打](?:到|出|住|掉|清|起)|[盯跟听等笑走抱拿带写看]着|避免|打破|打断|打开|击败'
          '|战胜|失去|获得(?!感)|面对(?!面)|直面|来到|站在|坐在|躺在|想要|以为|相信|写下|留下|做出|给出|提出|说服(?!力)'
          '|赢得|迎来)(?!者)')
# These make a verb of an adverb before them, but of 简单的 in 把简单的变成复杂的 none.
_RESULTS = ('变成|成为|变得|做到|放到|放在|拿到|带到|活着|觉得|被(?![动告子单害窝褥罩套])|问(?=[我你他她])'
            '|在(?![线职场校])|去(?![年世向处留中杠库除意路])')
# Verbs as often nouns: 深刻的影响, but 深刻的影响了一代人. Not 分析了解 nor 学习我们, a noun and the next clause.
_NOUNS = ('离开|告知'
          '|解决|改变|影响|分析|理解|介绍|讨论|解释|描述|表达|回答|完成|利用|使用|控制|掌握|把握|保护|支持|反映|体现'
          '|展示|推动|推进|提高|提升|增加|降低|减少|扩大|缩小|打击|阻止|拒绝|接受|适应|满足|实现|放弃|捕捉|记录|总结'
          '|判断|预测|证明|说明|指责|批评|回应|处理|规避|取代|替代|执行|参与|融入|进入|超过|超越|吸收|吸引|消耗|消化'
          '|消除|削弱|加强|强化|重复|模仿|学习|享受|感受|观察|审视|思考|关注|引导|引起|导致|带动|操纵|概括|梳理|回顾'
          '|切入|警告|承认|表示|宣布|选择|揭示|揭露|发现|展现|帮助|拆解|激起|捍卫|拥抱')
_ASPECT = f'(?:了(?![吧吗嘛啊呢的呀哦解不结然如事断却无])(?=[{HAN}])|着(?=[{HAN}])|一下)'
_SURE = f'{_PREPOSITIONS}|{_COMING}|{_VERBS}|(?:{_NOUNS}){_ASPECT}'
_SAY = r'[说讲](?=[\s，,：:“"我你他这那就一了出着]|$)'

# 一个更好的, 把简单的, 挑简单的, 是认真的, 最简单的, 不清楚的: the word before 的 is no adverb, or its clause may
# end there. 白天真的 is not 天真.
_NO_ADVERB = ('(?:[个种些项份是最把将从不没未无挑选留买拿找换送]|有一'
              '|[一这那][部本句位名家篇期类款届只件轮代幅首场段套道条])'
              '(?:很|非常|比较|更|最|相当|特别|更加|挺|太|这么|那么)?'
              f'(?:{MANNERS})$|[白每今昨明前后那这一两几当整夏冬春秋某]天真$')
# 这个很好的 may end a clause, 更好的 be what one gives.
_NO_PRESENT = '(?!(?<=很好的)[给跟来去往从]|(?<=更好的)给)'
_NO_SAYING = f'[个种些是](?:很|最|更|比较)?(?:{SAYING})$'

PATTERNS = (
    Pattern('de-adverb', '的', '地', lazy(f'的(?={_SURE}|{_RESULTS}){behind(ADVERBS, "的")}'),
            'a word that is only an adverb, before a verb', unless=lazy(f'[个种些](?:{ADVERBS})$')),
    Pattern('de-manner', '的', '地', lazy(f'的(?={_SURE}){_NO_PRESENT}{behind(MANNERS, "的")}'),
            'how something is done, before what can begin no noun', unless=lazy(_NO_ADVERB)),
    Pattern('de-say', '的', '地', lazy(f'的(?={_SAY}){behind(SAYING, "的")}'), 'how something is said',
            unless=lazy(_NO_SAYING)),
)
