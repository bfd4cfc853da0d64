"""Words that every talk is full of, in both languages: where two sentences share some, they may be one.

Not a dictionary: only words that are nearly always translated by these. 就是, 东西, thing, get are not among them.
"""
from __future__ import annotations

from functools import lru_cache

_TABLE = """
我们 咱们 = we us our | 你 您 你们 = you your | 他 他们 = he him his they them | 她 她们 = she her
因为 由于 = because since | 但 但是 不过 然而 可是 = but however | 所以 因此 = so therefore | 如果 假如 要是 = if
虽然 尽管 = although though | 或者 还是 = or
没有 不 没 不是 不会 不能 别 = not no don't didn't doesn't isn't can't won't without | 为什么 为何 = why | 什么 = what
谁 = who | 哪里 哪儿 = where | 怎么 如何 怎样 = how | 时候 当时 = when | 多少 几 = many much
每 每个 每天 每次 = every each | 所有 全部 都 = all | 一些 有些 = some | 许多 很多 大量 = many lot lots
只 只有 只是 仅 仅仅 = only just | 也 = also too | 非常 很 特别 十分 = very really extremely | 更 更加 = more
最 = most best | 太 = too | 总是 一直 始终 = always | 从不 从来 从未 = never | 经常 常常 通常 = often usually
有时 有时候 = sometimes | 可能 也许 或许 = maybe may might perhaps possible probably | 应该 应当 = should
必须 = must | 可以 能 能够 = can could | 现在 目前 如今 = now currently | 今天 今日 = today | 昨天 = yesterday
明天 = tomorrow | 今年 去年 明年 年 = year years | 月 个月 = month months | 周 星期 = week weeks | 天 日子 = day days
小时 = hour hours | 分钟 = minute minutes | 秒 = second seconds | 早上 上午 早晨 = morning
晚上 今晚 夜晚 = night evening tonight | 过去 以前 之前 = before past ago | 以后 之后 然后 后来 = after then later
未来 将来 = future | 开始 = start started begin began | 结束 最后 最终 = end finally last | 第一 首先 = first
下一个 接下来 = next | 新 = new | 旧 老 = old | 大 巨大 = big large huge great | 小 = small little | 好 = good
更好 = better | 坏 糟糕 = bad | 快 快速 迅速 = fast quick quickly | 慢 缓慢 = slow slowly | 高 = high | 低 = low
长 = long | 短 = short | 难 困难 = hard difficult | 容易 简单 轻松 = easy simple simply | 重要 关键 = important key
不同 = different | 相同 一样 同样 = same | 真正 真实 真的 = real really true | 免费 = free | 贵 昂贵 = expensive
便宜 = cheap | 危险 = dangerous danger | 安全 = safe safety security | 强大 = powerful | 人 人们 = people person human
人类 = human humans humanity | 孩子 小孩 儿童 = kid kids child children | 朋友 = friend friends
家 家庭 家人 = family home house | 父母 = parents | 妈妈 母亲 = mother mom | 爸爸 父亲 = father dad | 男人 = man men
女人 = woman women | 老师 = teacher | 学生 = student students | 学校 = school | 大学 = university college
医生 = doctor doctors | 医院 = hospital | 公司 企业 = company companies business | 工作 = work job working
团队 = team teams | 客户 = customer customers client | 用户 = user users | 产品 = product products
市场 = market markets | 经济 = economy economic | 价格 = price prices | 钱 资金 = money | 美元 = dollar dollars
银行 = bank banks | 投资 = invest investment investing | 投资者 投资人 = investor investors | 股票 = stock stocks
贸易 = trade | 成本 = cost costs | 利润 = profit profits | 增长 = growth grow growing | 风险 = risk risks
机会 = opportunity opportunities chance | 政府 = government | 国家 = country countries nation
世界 全球 = world global | 中国 = china chinese | 美国 = america american us u.s | 欧洲 = europe european
日本 = japan japanese | 俄罗斯 = russia russian | 印度 = india | 英国 = uk britain british | 总统 = president
战争 = war | 军队 军事 = army military | 法律 = law legal | 历史 = history | 文化 = culture | 社会 = society social
城市 = city cities | 语言 = language languages | 英语 英文 = english | 中文 汉语 = chinese | 书 = book books
电影 = movie film | 音乐 = music | 视频 = video videos | 节目 = show episode | 播客 = podcast | 新闻 = news
故事 = story stories | 问题 = question questions problem problems issue issues | 答案 回答 = answer answers
例子 例如 比如 = example instance | 原因 = reason reasons | 方法 方式 = way method | 想法 主意 = idea ideas
计划 = plan plans | 目标 = goal goals target | 结果 = result results | 信息 = information message | 数据 = data
模型 = model models | 人工智能 = ai artificial | 计算机 电脑 = computer computers | 手机 电话 = phone phones
机器 = machine machines | 机器人 = robot robots | 软件 = software | 代码 = code | 编程 = programming coding
程序员 工程师 = engineer engineers programmer developer developers | 开发者 = developer developers
互联网 网络 = internet network | 网站 = website site | 系统 = system systems | 工具 = tool tools
技术 科技 = technology tech technologies | 科学 = science | 科学家 = scientist scientists | 研究 = research study
实验 测试 = test experiment testing | 文件 = file files document | 能源 = energy | 电力 电 = power electricity
水 = water | 火 = fire | 食物 食品 吃 = food eat | 喝 = drink | 咖啡 = coffee | 汽车 车 = car cars
飞机 = plane airplane | 开车 驾驶 = drive driving | 飞 = fly flying | 地球 = earth | 太空 = space | 月球 月亮 = moon
太阳 = sun | 星 恒星 = star stars | 生命 生活 = life live living | 死 死亡 去世 = die died death dead | 身体 = body
大脑 = brain | 心 心脏 = heart | 眼睛 = eye eyes | 手 = hand hands | 健康 = health healthy | 疾病 病 = disease illness
药 药物 = drug drugs medicine | 睡觉 睡眠 = sleep | 痛苦 疼痛 = pain | 爱 = love | 喜欢 = like | 讨厌 恨 = hate
害怕 恐惧 = fear afraid scared | 高兴 快乐 开心 = happy | 希望 = hope | 相信 = believe trust | 知道 = know
认为 觉得 = think believe feel | 想 = want think | 想要 = want | 需要 = need needs | 帮助 帮 = help helps
理解 明白 懂 = understand | 记得 记住 = remember | 忘记 忘 = forget | 学 学习 = learn learning study | 教 = teach
读 阅读 = read reading | 写 = write writing wrote written | 说 讲 告诉 = say said says tell told saying
听 听到 = hear heard listen | 看 看到 看见 = see look saw seen watch | 问 = ask asked asking
使用 用 = use using used | 买 购买 = buy bought | 卖 出售 = sell sold | 付 支付 = pay paid | 赚 挣 = earn make
花 花费 = spend spent | 等 等待 = wait | 走 = walk go | 跑 = run running | 来 = come | 去 = go going went
离开 = leave left | 回 回来 回到 = back return | 停止 停 = stop | 打开 开放 = open | 关闭 关 = close closed
建 建造 建立 构建 = build built building | 创造 创建 = create created | 改变 变化 = change changed changes
玩 游戏 = play game games | 赢 = win won winning | 输 失去 = lose lost | 失败 = fail failed failure
成功 = success successful | 试 尝试 = try tried trying | 发现 = find found discover | 解决 = solve solution
选择 = choose choice | 决定 = decide decision decided | 讨论 谈 谈论 = discuss talk talking | 欢迎 = welcome
谢谢 感谢 = thank thanks | 抱歉 对不起 = sorry | 你好 大家好 = hello hi | 再见 = bye goodbye | 请 = please
是的 对 没错 = yes yeah right | 当然 = course sure | 名字 叫 = name called | 数字 = number numbers
颜色 = color colour | 红色 红 = red | 白 白色 = white | 黑 黑色 = black | 绿色 = green | 金 黄金 = gold
一半 半 = half | 百分之 = percent | 第二 = second | 两 二 = two | 次 = times time
"""


@lru_cache(1)
def common_words() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Chinese word → keys, English word → keys: words with a key in common are translations of each other."""
    chinese, english = dict[str, tuple[str, ...]](), dict[str, tuple[str, ...]]()
    for entry in _TABLE.replace('\n', '|').split('|'):
        if entry.strip():
            left, right = (side.split() for side in entry.split('='))
            for table, words in (chinese, left), (english, right):
                for word in words:
                    table[word] = (*table.get(word, ()), f'={right[0]}')
    return chinese, english
