"""The LaTeX commands that may be typeset: all others could be, or become, a link to a page that was handed in."""

import html
import re

_COMMANDS = """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho
    varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi
    Psi Omega frac dfrac tfrac sqrt sum prod int iint oint lim limsup liminf max min sup inf arg det dim exp ln
    log lg sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan Pr gcd ker deg binom over
    operatorname cdot cdots ldots vdots ddots dots times div pm mp ast star circ bullet odot oplus otimes ominus
    wedge vee cap cup le leq ge geq ne neq ll gg lt gt approx equiv sim simeq cong propto in notin ni subset
    subseteq supset supseteq mid nmid parallel perp forall exists neg lnot land lor to mapsto gets iff implies
    leftarrow rightarrow Leftarrow Rightarrow leftrightarrow Leftrightarrow longrightarrow longleftarrow uparrow
    downarrow partial nabla infty ell hbar Re Im emptyset varnothing prime top bot angle dagger hat widehat
    tilde widetilde bar overline underline vec dot ddot acute grave check breve boldsymbol overbrace underbrace
    overset underset stackrel mathbf mathrm mathit mathsf mathtt mathcal mathbb mathfrak mathscr bm pmb text
    textbf textit textrm textsf texttt mbox rm bf it left right big Big bigg Bigg bigl bigr Bigl Bigr biggl
    biggr Biggl Biggr middle langle rangle lfloor rfloor lceil rceil lvert rvert lVert rVert vert Vert lbrace
    rbrace lbrack rbrack backslash quad qquad hspace vspace displaystyle textstyle scriptstyle limits nolimits
    hline substack tag label notag nonumber intercal sigmoid softmax begin end
"""
_ENVIRONMENTS = """
    matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array cases align aligned alignat gather gathered
    equation multline split
"""
_BEGINS = re.compile(r"\$|\\[(\[]|\\begin")  # without one of these nothing is typeset
_COMMAND = re.compile(r"\\([a-zA-Z]+)")
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\s*\{\s*([^{}]*?)\*?\s*\}")
_TAG = re.compile(r"<[^>]*>")  # MathJax reads on behind some of them, as if they were not there


def is_harmless(page: str) -> bool:
    r"""Say whether MathJax may typeset a piece of HTML, or of LaTeX.

    Beside mathematics, a name that is not of LaTeX, as in the path ``C:\data``, makes it harmful too.
    """
    return _is_harmless(html.unescape(page)) and _is_harmless(html.unescape(_TAG.sub("", page)))


def _is_harmless(text: str) -> bool:
    commands, environments = _COMMAND.findall(text), _ENVIRONMENT.findall(text)
    are_whole = len(environments) == commands.count("begin") + commands.count("end")
    is_known = are_whole and {*commands} <= {*_COMMANDS.split()} and {*environments} <= {*_ENVIRONMENTS.split()}
    return is_known or not _BEGINS.search(text)
