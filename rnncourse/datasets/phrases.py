"""English phrases and their French translations, written for this course: nothing to download.

A small grammar combines subjects, verbs and objects, with a page of everyday phrases beside it. They are written as in
a phrase book: no capital at the start, no full stop, a question mark where one is due. Each English phrase has one
French translation, by these rules where French has a choice:

- *you* is one friend, a boy: **tu**, with adjectives in the masculine singular;
- *I* is a boy, *we* and *they* are mixed company: masculine forms, and *they* is **ils**;
- *the doctor* is a man: **le médecin**; *my friends* are mixed company: **mes amis**;
- a question is made with **est-ce que**, and ends with a space and a question mark, as French printers want it.

Tokens are what ``re.findall(TOKEN, text.lower())`` gives: an address (``https://example.org/news``) is one token, so
is a word with its hyphens, or a number; an elided word keeps its apostrophe and is a token of its own (``j'`` ``aime``
``l'`` ``eau``); so is a question mark or a comma, the only punctuation there is.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from rnncourse.datasets import budget

Split = tuple[list[str], list[str]]

TOKEN = r"https?://[\w./-]+|[\w-]+'?|[?,]"

# --- The words. A French noun stands with its article, unelided (la eau): the grammar below joins the words. ---

# English | French | person and number, and gender where an adjective agrees
SUBJECTS = """
I           | je           | 1s m
you         | tu           | 2s m
he          | il           | 3s m
she         | elle         | 3s f
we          | nous         | 1p m
they        | ils          | 3p m
Paul        | Paul         | 3s m
Marie       | Marie        | 3s f
my father   | mon père     | 3s m
my mother   | ma mère      | 3s f
my brother  | mon frère    | 3s m
my sister   | ma sœur      | 3s f
the boy     | le garçon    | 3s m
the girl    | la fille     | 3s f
the doctor  | le médecin   | 3s m
the girls   | les filles   | 3p f
the boys    | les garçons  | 3p m
my parents  | mes parents  | 3p m
my friends  | mes amis     | 3p m
"""

# Nouns that are not counted: English | French
DRINKS = """
water    | la eau
milk     | le lait
tea      | le thé
coffee   | le café
juice    | le jus
lemonade | la limonade
"""
FOODS = """
bread     | le pain
cheese    | le fromage
meat      | la viande
rice      | le riz
fish      | le poisson
soup      | la soupe
salad     | la salade
chocolate | le chocolat
"""
STUDIES = """
music   | la musique
history | la histoire
physics | la physique
"""
LANGUAGES = """
French  | le français
English | le anglais
Spanish | le espagnol
"""

# Nouns that are counted: English, plural | French, plural
FRUITS = """
apple, apples   | la pomme, pommes
orange, oranges | la orange, oranges
egg, eggs       | le œuf, œufs
cake, cakes     | le gâteau, gâteaux
"""
ANIMALS = """
dog, dogs     | le chien, chiens
cat, cats     | le chat, chats
horse, horses | le cheval, chevaux
bird, birds   | le oiseau, oiseaux
"""
THINGS = """
car, cars     | la voiture, voitures
house, houses | la maison, maisons
bag, bags     | le sac, sacs
key, keys     | la clé, clés
computer, computers | le ordinateur, ordinateurs
bike, bikes   | le vélo, vélos
"""
CLOTHES = """
dress, dresses | la robe, robes
hat, hats      | le chapeau, chapeaux
shirt, shirts  | la chemise, chemises
coat, coats    | le manteau, manteaux
"""
TEXTS = """
book, books           | le livre, livres
letter, letters       | la lettre, lettres
newspaper, newspapers | le journal, journaux
"""
OPENINGS = """
door, doors     | la porte, portes
window, windows | la fenêtre, fenêtres
"""
VEHICLES = """
bus, buses     | le bus, bus
train, trains  | le train, trains
plane, planes  | le avion, avions
"""

# Where one goes, is, and comes from: English | French
PLACES = """
the market   | le marché
the station  | la gare
the beach    | la plage
the park     | le parc
the hospital | le hôpital
the cinema   | le cinéma
the school   | la école
the museum   | le musée
the airport  | le aéroport
the library  | la bibliothèque
"""
CITIES = """
Paris   | Paris
Lyon    | Lyon
London  | Londres
Avignon | Avignon
"""

# Pages of https://example.org, a site that exists for examples
PAGES = ("news", "photos", "recipes", "songs", "stories")

# Verbs with an object: English, after he | French after je, tu, il, nous, ils | what the object can be.
# Of a noun that is not counted: some = du lait, all = le lait. Of one that is counted: a = un chat, the = le chat,
# my = mon chat, adjective = un chat noir, several = des chats, all = les chats, number = 3 chats.
VERBS = """
drink, drinks         | bois, bois, boit, buvons, boivent                  | DRINKS some
eat, eats             | mange, manges, mange, mangeons, mangent            | FOODS some; FRUITS a the several number
like, likes           | aime, aimes, aime, aimons, aiment                  | DRINKS all; FOODS all; STUDIES all; ANIMALS all; FRUITS all
hate, hates           | déteste, détestes, déteste, détestons, détestent   | DRINKS all; FOODS all; STUDIES all
want, wants           | veux, veux, veut, voulons, veulent                 | DRINKS some; FOODS some; FRUITS a
buy, buys             | achète, achètes, achète, achetons, achètent        | DRINKS some; FRUITS several number; CLOTHES a adjective; THINGS adjective
sell, sells           | vends, vends, vend, vendons, vendent               | FRUITS several; THINGS the my; DRINKS some
have, has             | ai, as, a, avons, ont                              | ANIMALS a number adjective; THINGS a adjective; CLOTHES number
see, sees             | vois, vois, voit, voyons, voient                   | ANIMALS a the several; VEHICLES a the
look for, looks for   | cherche, cherches, cherche, cherchons, cherchent   | THINGS the my; ANIMALS my; CLOTHES my; TEXTS the my
find, finds           | trouve, trouves, trouve, trouvons, trouvent        | THINGS the my; CLOTHES my; TEXTS a the
read, reads           | lis, lis, lit, lisons, lisent                      | TEXTS a the my several; ADDRESSES
write, writes         | écris, écris, écrit, écrivons, écrivent            | TEXTS a the several number
wear, wears           | porte, portes, porte, portons, portent             | CLOTHES a the my adjective
open, opens           | ouvre, ouvres, ouvre, ouvrons, ouvrent             | OPENINGS a the; TEXTS the; ADDRESSES
close, closes         | ferme, fermes, ferme, fermons, ferment             | OPENINGS a the; TEXTS the
wait for, waits for   | attends, attends, attend, attendons, attendent     | VEHICLES a the my
learn, learns         | apprends, apprends, apprend, apprenons, apprennent | LANGUAGES all
study, studies        | étudie, étudies, étudie, étudions, étudient        | LANGUAGES all; STUDIES all
"""  # noqa: E501

# Verbs with a place: English, after he | French after je, tu, il, nous, ils | French preposition | where
MOVES = """
go to, goes to         | vais, vas, va, allons, vont                            | à  | PLACES CITIES
come from, comes from  | viens, viens, vient, venons, viennent                  | de | PLACES CITIES
live in, lives in      | habite, habites, habite, habitons, habitent            | à  | CITIES
work at, works at      | travaille, travailles, travaille, travaillons, travaillent | à | PLACES
"""

# Verbs with an adverb: English, after he | French after je, tu, il, nous, ils
ACTIONS = """
sleep, sleeps | dors, dors, dort, dormons, dorment
sing, sings   | chante, chantes, chante, chantons, chantent
dance, dances | danse, danses, danse, dansons, dansent
swim, swims   | nage, nages, nage, nageons, nagent
run, runs     | cours, cours, court, courons, courent
"""
ADVERBS = """
well           | bien
here           | ici
a lot          | beaucoup
in the morning | le matin
every day      | chaque jour
"""

# What happened, with être: English, past | French participle
EVENTS = """
arrive, arrived      | arrivé
leave, left          | parti
come back, came back | revenu
go out, went out     | sorti
go home, went home   | rentré
"""
TIMES = """
yesterday    | hier
early        | tôt
late         | tard
this morning | ce matin
"""

# Adjectives: English | masculine, feminine; plural masculine, feminine
QUALITIES = """
tired     | fatigué, fatiguée; fatigués, fatiguées
happy     | heureux, heureuse; heureux, heureuses
sad       | triste, triste; tristes, tristes
ill       | malade, malade; malades, malades
tall      | grand, grande; grands, grandes
strong    | fort, forte; forts, fortes
young     | jeune, jeune; jeunes, jeunes
beautiful | beau, belle; beaux, belles
ready     | prêt, prête; prêts, prêtes
"""
# Before or after its noun: English | masculine, before a vowel, feminine | place
ADJECTIVES = """
red   | rouge, rouge, rouge     | after
green | vert, vert, verte       | after
black | noir, noir, noire       | after
white | blanc, blanc, blanche   | after
big   | grand, grand, grande    | before
small | petit, petit, petite    | before
new   | nouveau, nouvel, nouvelle | before
old   | vieux, vieil, vieille   | before
"""
# To be in English, avoir in French: English | French
FEELINGS = """
hungry  | faim
thirsty | soif
cold    | froid
hot     | chaud
afraid  | peur
right   | raison
"""

BE = {"1s": "am", "2s": "are", "3s": "is", "1p": "are", "3p": "are"}
ETRE = {"1s": "suis", "2s": "es", "3s": "est", "1p": "sommes", "3p": "sont"}
AVOIR = {"1s": "ai", "2s": "as", "3s": "a", "1p": "avons", "3p": "ont"}
PERSONS = ("1s", "2s", "3s", "1p", "3p")

# Checked by hand, each for itself. All are for training: no other phrase would tell how they are said.
PHRASES = """
hello                    | bonjour
good evening             | bonsoir
good night               | bonne nuit
goodbye                  | au revoir
see you tomorrow         | à demain
see you soon             | à bientôt
thank you                | merci
thank you very much      | merci beaucoup
please                   | s'il te plaît
you are welcome          | de rien
excuse me                | excuse-moi
I am sorry               | je suis désolé
yes                      | oui
no                       | non
of course                | bien sûr
how are you?             | comment vas-tu ?
very well, thank you     | très bien, merci
what is your name?       | comment t'appelles-tu ?
my name is Paul          | je m'appelle Paul
my name is Marie         | je m'appelle Marie
where are you?           | où es-tu ?
where is the station?    | où est la gare ?
what time is it?         | quelle heure est-il ?
it is late               | il est tard
it is early              | il est tôt
it is raining            | il pleut
it is snowing            | il neige
the weather is nice      | il fait beau
it is true               | c'est vrai
I do not know            | je ne sais pas
I do not understand      | je ne comprends pas
I agree                  | je suis d'accord
happy birthday           | bon anniversaire
enjoy your meal          | bon appétit
good luck                | bonne chance
have a good trip         | bon voyage
"""

# A subject and a verb that never occur together in training: all phrases with one of these pairs are for testing. The
# words themselves are known, and the French form of the verb as well, from other subjects of the same person.
held_out_pairs = frozenset(
    {
        ("he", "eat"), ("she", "read"), ("they", "buy"), ("they", "be"),
        ("Paul", "open"), ("Paul", "like"), ("Marie", "want"), ("Marie", "go to"),
        ("my father", "find"), ("my mother", "drink"), ("my mother", "write"), ("my brother", "sell"),
        ("my brother", "come from"), ("my sister", "have"), ("my sister", "sing"), ("the boy", "see"),
        ("the boy", "close"), ("the girl", "eat"), ("the girl", "look for"), ("the doctor", "arrive"),
        ("the girls", "drink"), ("the boys", "leave"), ("the girls", "wear"), ("my parents", "hate"),
        ("my friends", "wait for"), ("my friends", "read"),
    }
)  # fmt: skip

TABLES = {
    "DRINKS": DRINKS, "FOODS": FOODS, "STUDIES": STUDIES, "LANGUAGES": LANGUAGES, "FRUITS": FRUITS, "ANIMALS": ANIMALS,
    "THINGS": THINGS, "CLOTHES": CLOTHES, "TEXTS": TEXTS, "OPENINGS": OPENINGS, "VEHICLES": VEHICLES, "PLACES": PLACES,
    "CITIES": CITIES,
}  # fmt: skip

# The sentences of the part used for grading have these subjects and verbs alone.
SMALL_SUBJECTS = (
    "I",
    "you",
    "she",
    "we",
    "they",
    "Paul",
    "my mother",
    "the boy",
    "the girl",
    "the girls",
    "my parents",
)
SMALL_VERBS = ("drink", "eat", "like", "want", "see", "read")
TEST_SHARE = 0.1  # of the phrases whose subject and verb occur together in training

VOWELS = "aeiouyéèêœh"  # every h of these words is mute


class Phrase(NamedTuple):
    """An English phrase, its translation, and what it is made of; the everyday phrases have no subject and no verb."""

    english: str
    french: str
    subject: str = ""
    verb: str = ""


class Subject(NamedTuple):
    """Who does it; person such as 3s, gender m or f."""

    english: str
    french: str
    person: str
    gender: str


class Noun(NamedTuple):
    """A noun; without plurals where it is not counted, like water."""

    english: str
    english_plural: str
    french: str
    french_plural: str
    gender: str

    @property
    def is_counted(self) -> bool:
        """Say whether there can be two of it."""
        return bool(self.english_plural)


class Verb(NamedTuple):
    """A verb: its English forms, drink and drinks, and a French form for each person."""

    base: str
    third: str
    french: dict[str, str]


class Complement(NamedTuple):
    """What follows the verb: in English, in French, and in French after a negation."""

    english: str
    french: str
    negated: str


def load_data() -> tuple[Split, Split]:
    """Give English phrases with their French translations, split into training and test phrases.

    No test phrase is a training phrase, every word of a test phrase occurs in the training phrases, and the pairs of
    subject and verb in ``held_out_pairs`` occur in test phrases only: ``is_unseen_pair`` says of which.

    With ``RNNCOURSE_BUDGET=grading``, and whenever nbgrader grades or validates, only a small fixed part is given, and
    a printed line says so.

    Returns
    -------
    (english_train, french_train), (english_test, french_test) : lists of str; translations stand at the same place.
    """
    train, test = (list(part) for part in _split(budget.is_small()))
    what = "The small part used for grading" if budget.is_small() else "English and French"
    budget.say(f"{what}: {len(train):,} training phrases and {len(test):,} test phrases.")
    return _columns(train), _columns(test)


def is_unseen_pair(english: str) -> bool:
    """Say whether the subject and the verb of an English phrase never occur together in training."""
    phrase = _by_english().get(english)
    return phrase is not None and (phrase.subject, phrase.verb) in held_out_pairs


def grammar() -> Iterator[Phrase]:
    """Give every phrase that the grammar can say, in its three forms: statement, negation, question."""
    for subject in map(_subject, _rows(SUBJECTS)):
        for verb, complements in _sentences(subject):
            for complement in complements:
                yield from _forms(subject, verb, complement)
        for english, participles in _rows(EVENTS):
            for when, french_when in _rows(TIMES):
                yield from _past(subject, english, participles, when, french_when)


def _columns(phrases: list[Phrase]) -> Split:
    return [phrase.english for phrase in phrases], [phrase.french for phrase in phrases]


@cache
def _by_english() -> dict[str, Phrase]:
    return {phrase.english: phrase for part in _split(False) for phrase in part}


@cache
def _split(small: bool) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Choose and split the phrases, in an order that is the same on every machine."""
    chosen: dict[tuple[str, str], list[Phrase]] = {}
    for phrase in sorted(grammar(), key=lambda phrase: _draw(f"choice {phrase.english}")):
        pair = (phrase.subject, phrase.verb)
        if len(chosen.setdefault(pair, [])) < _wanted(*pair):
            chosen[pair].append(phrase)
    train, test = [], []
    for pair, phrases in chosen.items():
        if not small or _is_small(*pair):
            for phrase in phrases:
                is_test = pair in held_out_pairs or _draw(f"test {phrase.english}") < TEST_SHARE
                (test if is_test else train).append(phrase)
    if not small:
        train += [Phrase(*row) for row in _rows(PHRASES)]
    return tuple(sorted(train, key=_order)), tuple(sorted(test, key=_order))


def _wanted(subject: str, verb: str) -> int:
    """Say how many phrases of a subject and a verb there should be; to be has many adjectives that must agree."""
    if (subject, verb) in held_out_pairs:
        return 10
    return 50 if verb == "be" else 24 if _is_small(subject, verb) else 9


def _order(phrase: Phrase) -> float:
    return _draw(f"order {phrase.english}")


def _is_small(subject: str, verb: str) -> bool:
    return subject in SMALL_SUBJECTS and verb in SMALL_VERBS


def _draw(text: str) -> float:
    """Give a number from 0 to 1 that looks drawn, but is the same for the same text on every machine."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6]) / 2**48


# --- The grammar ---


def _rows(table: str) -> Iterator[list[str]]:
    for line in table.strip().splitlines():
        yield [cell.strip() for cell in line.split("|")]


def _items(cell: str) -> list[str]:
    return [item.strip() for item in cell.replace(";", ",").split(",")]


def _subject(row: list[str]) -> Subject:
    english, french, agreement = row
    return Subject(english, french, *agreement.split())


def _noun(row: list[str]) -> Noun:
    english, french = row
    english, _, english_plural = english.partition(", ")
    article, _, french = french.partition(" ")
    french, _, french_plural = french.partition(", ")
    return Noun(english, english_plural, french, french_plural, {"le": "m", "la": "f"}[article])


def _verb(english: str, french: str) -> Verb:
    base, third = _items(english)
    return Verb(base, third, dict(zip(PERSONS, _items(french), strict=True)))


def _sentences(subject: Subject) -> Iterator[tuple[Verb, Iterator[Complement]]]:
    """Give each verb of the present tense with all that can follow it."""
    for english, french, objects in _rows(VERBS):
        verb = _verb(english, french)
        yield verb, _objects(subject, verb, objects)
    for english, french, preposition, places in _rows(MOVES):
        rows = [row for group in places.split() for row in _rows(TABLES[group])]
        yield _verb(english, french), (_same(place, f"{preposition} {name}") for place, name in rows)
    for english, french in _rows(ACTIONS):
        yield _verb(english, french), (_same(*row) for row in _rows(ADVERBS))
    to_be, to_have = Verb("be", "is", ETRE), Verb("be", "is", AVOIR)
    yield to_be, (_same(english, _agree(forms, subject)) for english, forms in _rows(QUALITIES))
    yield to_be, (_same(f"at {place}", f"à {name}") for place, name in _rows(PLACES))
    yield to_have, (_same(*row) for row in _rows(FEELINGS))
    age = _number(f"{subject.english} is old")
    yield to_have, iter([_same(f"{age} years old", f"{age} ans")])


def _objects(subject: Subject, verb: Verb, objects: str) -> Iterator[Complement]:
    """Give what a verb can have as its object; objects is written like: DRINKS some all; FRUITS a."""
    for group, *kinds in (part.split() for part in objects.split(";")):
        if group == "ADDRESSES":
            page = PAGES[_number(f"{subject.english} {verb.base}") % len(PAGES)]
            yield _same(f"https://example.org/{page}", f"https://example.org/{page}")
            continue
        for noun, kind in product(map(_noun, _rows(TABLES[group])), kinds):
            yield from _noun_phrases(noun, kind, _number(f"{subject.english} {verb.base} {noun.english}"))


def _noun_phrases(noun: Noun, kind: str, number: int) -> Iterator[Complement]:
    """Give a noun with its article, number or adjective."""
    masculine = noun.gender == "m"
    the, a = ("le", "un") if masculine else ("la", "une")
    my = "mon" if masculine or noun.french[0] in VOWELS else "ma"
    match kind, noun.is_counted:
        case "some", False:
            yield Complement(noun.english, f"de {the} {noun.french}", f"de {noun.french}")
        case "all", False:
            yield _same(noun.english, f"{the} {noun.french}")
        case "all", True:
            yield _same(noun.english_plural, f"les {noun.french_plural}")
        case "several", True:
            yield Complement(noun.english_plural, f"des {noun.french_plural}", f"de {noun.french_plural}")
        case "number", True:
            yield _same(f"{number} {noun.english_plural}", f"{number} {noun.french_plural}")
        case "a", True:
            yield Complement(_a(noun.english), f"{a} {noun.french}", f"de {noun.french}")
        case "the", True:
            yield _same(f"the {noun.english}", f"{the} {noun.french}")
        case "my", True:
            yield _same(f"my {noun.english}", f"{my} {noun.french}")
        case "adjective", True:
            for english, forms, place in _rows(ADJECTIVES):
                before_consonant, before_vowel, feminine = _items(forms)
                adjective = before_consonant if masculine else feminine
                if masculine and noun.french[0] in VOWELS and place == "before":
                    adjective = before_vowel
                french = f"{adjective} {noun.french}" if place == "before" else f"{noun.french} {adjective}"
                yield Complement(_a(f"{english} {noun.english}"), f"{a} {french}", f"de {french}")
        case _:
            raise ValueError(f"{noun.english} cannot be used with {kind!r}.")


def _forms(subject: Subject, verb: Verb, complement: Complement) -> Iterator[Phrase]:
    """Give statement, negation and question in the present tense."""
    is_third = subject.person == "3s"
    do = "does" if is_third else "do"
    who, be, what = subject.english, BE[subject.person], complement.english
    if verb.base == "be":
        english = (f"{who} {be} {what}", f"{who} {be} not {what}", f"{be} {who} {what}?")
    else:
        says = verb.third if is_third else verb.base
        english = (f"{who} {says} {what}", f"{who} {do} not {verb.base} {what}", f"{do} {who} {verb.base} {what}?")
    said = verb.french[subject.person]
    yield from _phrases(subject, verb.base, english, said, complement.french, complement.negated)


def _past(subject: Subject, english: str, participle: str, when: str, french_when: str) -> Iterator[Phrase]:
    """Give statement, negation and question of what happened; the participle agrees with the subject."""
    base, past = _items(english)
    who = subject.english
    ending = ("e" if subject.gender == "f" else "") + ("s" if subject.person.endswith("p") else "")
    said = (f"{who} {past} {when}", f"{who} did not {base} {when}", f"did {who} {base} {when}?")
    after = f"{participle}{ending} {french_when}"
    yield from _phrases(subject, base, said, ETRE[subject.person], after, after)


def _phrases(
    subject: Subject, verb: str, english: tuple[str, ...], said: str, after: str, negated: str
) -> Iterator[Phrase]:
    french = (
        f"{subject.french} {said} {after}",
        f"{subject.french} ne {said} pas {negated}",
        f"est-ce que {subject.french} {said} {after} ?",
    )
    for one, other in zip(english, french, strict=True):
        yield Phrase(one, _join(other), subject.english, verb)


def _same(english: str, french: str) -> Complement:
    """Give a complement that a negation does not change."""
    return Complement(english, french, french)


def _a(english: str) -> str:
    return f"{'an' if english[0] in 'aeiou' else 'a'} {english}"


def _agree(forms: str, subject: Subject) -> str:
    """Choose among masculine, feminine; plural masculine, feminine."""
    return _items(forms)[2 * subject.person.endswith("p") + (subject.gender == "f")]


def _number(text: str) -> int:
    """Give a number from 2 to 99 that goes with a text: no phrase occurs twice with another number."""
    return 2 + int(_draw(text) * 98)


def _join(words: str) -> str:
    """Write French words as one writes them: de le lait → du lait, de la eau → de l'eau, je aime → j'aime."""
    contracted = {"de le": "du", "de les": "des", "à le": "au", "à les": "aux"}
    result: list[str] = []
    for word in reversed(words.split()):
        after = result[0] if result else ""
        if word in ("je", "ne", "de", "le", "la", "que") and after and after[0].lower() in VOWELS:
            result[0] = word[:-1] + "'" + after
        elif f"{word} {after}" in contracted:
            result[0] = contracted[f"{word} {after}"]
        else:
            result.insert(0, word)
    return " ".join(result)
