"""The law by itself: what an accepted filing means on every day, apart from the code of the register.

Written from the design and docs/model.md. It keeps the accepted filings and replays them day by day over plain
dictionaries; it shares with the register only the values that a filing is made of, and imports nothing of
`organica.domain.apply`, `effects`, `binding`, `walk`, `history`, `omission`, `layers` or `attest`.

    law = Law()
    verdict = law.judge(filing)     # accepted, refused for one of some reasons, or the same as an entry before
    law.accept(filing)              # only where the register took it in
    law.on(organization, day)       # what every answer for that day must show
"""

from tests.support.law.law import Law, Verdict
from tests.support.law.state import Picture

__all__ = ["Law", "Picture", "Verdict"]
