"""`verify --expect` and `proof`: what somebody outside can hold the register to."""

from __future__ import annotations

import hashlib
import json

import rfc8785

from organica.ledger.tree import root_from_path
from tests.api.command_line.conftest import FILES, organica


def the_root_of(url: str) -> str:
    verified = organica("verify", url=url)
    assert verified.code == 0
    [line] = [line for line in verified.out.splitlines() if line.startswith("Raíz: ")]
    return line.removeprefix("Raíz: ")


def test_a_printed_root_is_what_expect_takes_and_json_says(seeded: str) -> None:
    checkpoint = the_root_of(seeded)
    again = organica("--lang", "en", "verify", "--expect", checkpoint, url=seeded)
    assert again.code == 0
    assert again.out.startswith(f"Root: {checkpoint}\nEntries: {FILES}. Rows: ")
    as_json = json.loads(organica("verify", "--json", url=seeded).out)
    assert f"{as_json['entries']}:{as_json['root']}" == checkpoint


def test_a_register_with_fewer_entries_than_were_published_ends_with_code_4(seeded: str) -> None:
    size, root = the_root_of(seeded).split(":")
    missing = organica("verify", "--expect", f"{int(size) + 1}:{root}", url=seeded)
    assert missing.code == 4
    assert missing.out.splitlines()[0] == (
        f"entries_missing (asiento {FILES + 1}): faltan asientos al final; "
        f"{FILES + 1} entries were recorded; {FILES} are there"
    )


def test_another_root_than_was_published_ends_with_code_4(seeded: str) -> None:
    differing = organica("verify", "--expect", f"1:{'0' * 64}", url=seeded)
    assert differing.code == 4
    assert differing.out.splitlines()[0].startswith(
        "root_differs (asiento 1): los asientos no son los que se registraron; the first 1 entries give the root "
    )


def test_what_is_no_root_is_wrong_usage(seeded: str) -> None:
    refused = organica("verify", "--expect", "2", url=seeded)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("error[bad_checkpoint]: «2» no dice una cantidad de asientos y su raíz.")


def test_a_proof_leads_from_the_entrys_header_to_the_printed_root(seeded: str) -> None:
    size, root = the_root_of(seeded).split(":")
    for entry in (1, 2):
        shown = organica("proof", str(entry), url=seeded)
        assert (shown.code, shown.err) == (0, "")
        told = json.loads(shown.out)
        assert told["header"]["index"] == entry
        leaf = hashlib.sha256(b"\x00" + rfc8785.dumps(told["header"])).digest()
        path = [bytes.fromhex(each) for each in told["path"]]
        assert (told["leaf"], told["size"], told["root"]) == (leaf.hex(), int(size), root)
        assert root_from_path(leaf, told["leaf_index"], told["size"], path).hex() == root


def test_an_entry_that_is_not_there_has_no_proof(seeded: str) -> None:
    refused = organica("proof", str(FILES + 1), url=seeded)
    assert (refused.code, refused.out, refused.err) == (
        1,
        "",
        f"error[unknown_entry]: El registro no tiene el asiento {FILES + 1}; el último es {FILES}. "
        "Remedio: Indique el número de un asiento que exista; el primero es el 1.\n",
    )
