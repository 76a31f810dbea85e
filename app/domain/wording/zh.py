"""Chinese."""

from datetime import date

from app.domain.wording.table import Plural, Wording

_CARDINALS = (
    "无一", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十",
    "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十",
    "二十一", "二十二", "二十三", "二十四", "二十五", "二十六", "二十七", "二十八", "二十九",
    "三十",
)  # fmt: skip


def _plural(_number: int) -> str:
    return "other"


def _bands(whole: str) -> tuple[str, str, str]:
    return (
        f"至多约三分之一的{whole}（也可能没有）",
        f"约三分之一至约三分之二的{whole}",
        f"约三分之二或更多的{whole}",
    )


def _date(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _share() -> Plural:
    return {"=0": "{whole}中{n}", "other": "{whole}中有{n}个"}


def _said(verb: str, rest: str) -> Plural:
    """Give the forms of a sentence about who did it; "无一" takes no "了"."""
    return {"=0": "{where}{who}" + verb + rest, "other": "{where}{who}" + verb + "了" + rest}


_SIGNED = {"=0": "{who}提交经签署的立场。", "other": "{who}提交了经签署的立场。"}

CHINESE = Wording(
    language="zh",
    plural=_plural,
    cardinals=_CARDINALS,
    cardinals_of=_CARDINALS,
    figures_of="{of}",
    whole={
        "member": {"other": "{of}个成员"},
        "entered": {"other": "已录入的{of}个成员"},
        "invited": {"other": "应邀参加的{of}个代表团"},
    },
    share={"member": _share(), "entered": _share(), "invited": _share()},
    share_in_words=(
        "{whole}中有少数（{n}个）",
        "{whole}中有部分（{n}个）",
        "{whole}中有许多（{n}个）",
        "{whole}中有大多数（{n}个）",
        "{whole}中有几乎全部（{n}个）",
    ),
    everyone={
        "member": {"=1": "唯一的成员", "=2": "{of}个成员", "other": "全部{of}个成员"},
        "entered": {
            "=1": "唯一已录入的成员",
            "=2": "已录入的{of}个成员",
            "other": "已录入的全部{of}个成员",
        },
        "invited": {
            "=1": "唯一应邀参加的代表团",
            "=2": "应邀参加的{of}个代表团",
            "other": "应邀参加的全部{of}个代表团",
        },
    },
    band={
        "member": _bands("成员"),
        "entered": _bands("已录入的成员"),
        "invited": _bands("应邀参加的代表团"),
    },
    about="关于{missions}，",
    about_each="分别就{missions}而言，",
    about_general="关于总体情况以及{missions}，",
    about_general_each="分别就总体情况以及{missions}而言，",
    in_general="关于总体情况，",
    general="总体情况",
    value=_said("给出", "{value}的评估。"),
    pooled="将{missions}合并来看，{who}至少就其中一项给出了{value}的评估。",
    apart="{where}各项评估不单独列出，以免据此识别出任何一方。",
    value_lone_each="{where}{who}给出了{value}的评估。",
    only_value={
        "=1": "{where}{who}给出了评估：{value}。",
        "other": "{where}{who}给出了评估，各项评估均为{value}。",
    },
    differing={"other": "{where}{who}给出了评估，这些评估不尽相同：{spread}。"},
    spread_item="{value}（{n}个）",
    nobody="{where}没有成员给出评估。",
    addressed=_said("提交", "未附评估的案文。"),
    nothing={
        "no_position": {
            "=0": "{where}{who}表示没有立场。",
            "other": "{where}{who}表示没有立场。",
        },
        "awaiting_instructions": {"other": "{where}{who}在等待指示。"},
        "nothing_submitted": {"other": "{where}{who}未提交任何材料。"},
    },
    nothing_found={"other": "{where}{who}在所查阅的资料中未见其立场。"},
    found={
        "value": "{where}根据所查阅的资料录入的评估为{value}：{who}。",
        "differing": "{where}根据所查阅的资料录入的评估不尽相同：{spread}。",
        "addressed": "{where}所查阅的资料中有案文，但未附评估：{who}。",
        "nobody": "{where}根据所查阅的资料未能录入任何评估。",
        "point": "{where}{name}（根据公开来源，由编辑人员转述）：{text}",
    },
    names="（{names}）",
    unnamed={"other": "{n}个未具名"},
    quotation={
        "view": "{where}{name}提交了以下意见：{text}",
        "proposal": "{where}{name}提交了以下提议：{text}",
        "condition": "{where}{name}提出了以下条件：{text}",
        "concern": "{where}{name}表达了以下关切：{text}",
        "request": "{where}{name}向秘书长提出了以下请求：{text}",
    },
    point={
        "view": _said("提交", "以下意见：{text}"),
        "proposal": _said("提交", "以下提议：{text}"),
        "condition": _said("提出", "以下条件：{text}"),
        "concern": _said("表达", "以下关切：{text}"),
        "request": _said("向秘书长提出", "以下请求：{text}"),
    },
    point_unattributed={
        "view": "{where}所提交的意见如下：{text}",
        "proposal": "{where}所提交的提议如下：{text}",
        "condition": "{where}所提出的条件如下：{text}",
        "concern": "{where}所表达的关切如下：{text}",
        "request": "{where}向秘书长提出的请求如下：{text}",
    },
    in_words_of={
        "named": "所用原话（{name}）：{text}",
        "unnamed": "其中一方的原话：{text}",
    },
    pending="（措辞待定）",
    in_original="［原件：{language}］",
    languages={
        "ar": "阿拉伯文",
        "zh": "中文",
        "en": "英文",
        "fr": "法文",
        "ru": "俄文",
        "es": "西班牙文",
    },
    quote=("“", "”"),
    list_comma="、",
    list_last="和",
    list_last_before=None,
    colon="：",
    further={
        "=1": "另有{n}个要点，由一个代表团单独提出：第二部分第{a}段。",
        "other": "另有{n}个要点，每个要点均由一个代表团单独提出：第二部分第{a}至{b}段。",
    },
    further_shared={"other": "另有{n}个要点：第二部分第{a}至{b}段。"},
    further_uncounted="其他要点：第二部分第{a}至{b}段。",
    opening={
        "words": "数字之旁并列一词：不足十分之一为“少数”，"
        "不足十分之四为“部分”，不足十分之七为“许多”，"
        "不足十分之九为“大多数”，其余为“几乎全部”。",
        "bands": "凡不得识别出任何一方之处，均以区间代替数字；总数为{of}时，各区间为0至{low}、"
        "{start}至{end}以及{high}至{of}。各稿之间，只有在不会透露改变立场者的任何情况时，"
        "区间才会改变；否则仍与首次分发时相同。",
        "preview": "预览：机器提议的分组在此视同已确认计入，"
        "但未经任何人确认；不得对外发布其中任何内容。",
        "briefing": "本摘要涉及{date}的通报会（主席国：{presidency}）。",
        "briefing_undated": "本摘要涉及题为“{title}”的通报会。",
        "briefing_unpresided": "本摘要涉及{date}的通报会。",
        "briefers": "通报人：{briefers}。",
        "not_entered": "以下代表团的资料均未查阅，因此不计入任何统计数字：{names}。",
        "numbers": "数字表示代表团数目，每个代表团无论案文长短均只计一次。"
        "评估等级并非投票，沉默既不计为同意，也不计为反对。",
        "responsibility": "本摘要由主席国自行负责编写，不一定反映全体成员的意见。",
        "demonstration": "本摘要系编辑人员根据公开资料编写的演示，不是任何主席国的行为。",
        "rehearsal": "本摘要系以虚构代表团进行的演练，其中任何内容均不是任何国家的立场。",
    },
    submitted={
        "member": _SIGNED,
        "entered": {
            "=0": "{who}在公开资料中有立场可查。",
            "other": "{who}的立场见于公开资料。",
        },
        "invited": _SIGNED,
    },
    headings={
        "proposed": "［机器提议，未经确认］",
        "withheld": "不予披露：代表团过少，一经提及即可识别。",
        "not_found": "所查阅的资料中未见",
        "addressed": "未附评估的案文",
        "summary": "摘要",
        "part_one": "第一部分：概览",
        "part_two": "第二部分：全部立场登记",
        "question": "问题{n}",
        "general": "总体情况",
        "opening": "关于本摘要",
        "not_reflected": "未在文中反映的立场",
        "references": "引用文件",
        "matrix": "特派团一览",
        "joint": "［联合声明］",
        "narrative": "［主席国的叙述］",
        "narrative_cites": "［主席国的叙述；来源：{source}］",
        "membership": "{group}：{of}个中的{n}个",
        "membership_entered": "{group}：已录入的{of}个中的{n}个",
        "all_regions": "此处计入的包括全部五个区域组的成员。",
    },
    date=_date,
)
