"""Which language a text is in, by the share of its most frequent small words, or by its script."""

import re

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL_WORDS = {
    "en": "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which were been has "
    "she who will their said would about when after into more its than there also before under during",
    "fr": "le la les de des du et un une est que qui dans pour pas sur au aux avec ce il elle par plus ne se son sa été ont",
    "es": "el la los las de del y un una es que en por con para no se su al lo como más pero sus le ha o este fue son entre",
    "de": "der die das und ist von den mit zu im ein eine für auf nicht sich des dem auch es an als wurde nach bei aus sie er war hat",
    "it": "il lo la gli le di del della e un una è che in per con non si su al dei come più sono nel alla da ha anche",
    "pt": "o a os as de do da dos das e um uma é que em no na por com para não se ao mais como foi são pelo sua seu",
    "nl": "de het een en van is dat in op te zijn met voor niet aan er om ook als bij door naar uit maar wordt werd",
    "sv": "och att det som en på är av för med den till inte har de ett om var jag från men vid så kan",
    "pl": "i w na z do się nie że to jest o jak po od za przez oraz był dla ale już",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ama ne var",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh",
    "sw": "na ya wa kwa ni katika za la kuwa hii hiyo kama pia baada lakini",
    "ht": "nan ak pou yo se ki li te gen nou pa sou sa yon",
}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
)
_NAMES = {
    "fr": "French", "es": "Spanish", "de": "German", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "sv": "Swedish", "pl": "Polish",
    "tr": "Turkish", "id": "Indonesian", "sw": "Swahili", "ht": "Haitian Creole", "ja": "Japanese", "ko": "Korean", "zh": "Chinese",
    "ru": "in Cyrillic letters", "ar": "in Arabic letters", "he": "in Hebrew letters", "hi": "in Devanagari letters", "th": "Thai",
    "el": "Greek",
}  # fmt: skip


def language_of(text: str) -> str:
    """ISO 639-1 code of the language that `text` is most likely in; "en" where a text is too short to tell.

    >>> language_of("La police a arrêté le suspect dans la nuit de lundi, et il est en prison pour le moment.")
    'fr'
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for code, script in _SCRIPTS:
        if len(script.findall(sample)) * 3 > letters > 0:
            return code
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < 12:
        return "en"
    shares = {code: sum(word in small for word in words) / len(words) for code, small in _SETS.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if best != "en" and shares[best] > 1.4 * shares["en"] + 0.05 else "en"


def language_name(code: str) -> str:
    """English name of a language that `language_of` answers."""
    return _NAMES.get(code, code)


_SETS = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
