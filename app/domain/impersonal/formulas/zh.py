"""Chinese: a sentence stands without its subject."""

from app.domain.impersonal.formulas.table import Formulas

_WE = r"(?:我们|我国代表团|我代表团|本代表团|我方|我国|我)"
_ALSO = r"(?:也|还|并|因此|仍|再次|一贯|始终|谨)*"
_HOW = r"((?:坚决|强烈|完全|充分|深表|深感|高度|特别|十分)?(?:不|并不|不能)?)"
_VERB = (
    r"(?=支持|反对|赞成|赞同|同意|要求|请|呼吁|敦促|建议|主张|提议|坚持|担心|关切|担忧|遗憾"
    r"|谴责|拒绝|接受|鼓励|希望|期待|欢迎|强调|重申|注意到|怀疑|倾向|宁愿|认为|相信|忧虑|感到|感|对)"
)

CHINESE = Formulas(
    dropped=(
        rf"{_WE}{_ALSO}(?:认为|相信|坚信|确信)[，,:：]?|(?:在我们看来|依我们之见|我们的看法是|我们的立场是)"
        r"[，,:：]?"
    ),
    turned={rf"{_WE}{_ALSO}{_HOW}{_VERB}": r"\1"},
    personal=r"我|本代表团|咱",
)
