"""Whoever writes, the index answers for what stands there: never with what stood there before."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.orm import Session

from communique import index_texts, load, page, quotes, search, speaker, with_evidence
from communique.databases import database_of, engine_for, writing
from communique.models import Article, ArticleText, Quote, Wording
from communique.names import fold
from communique.queries import count
from tests.conftest import SEEDS
from tests.queries.counting import counted
from tests.search.passages import Written, hits, write
from tests.search.strangers import VOCABULARY, Strangers

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


def sound(engine: Engine) -> bool:
    """Whether the index, compared with the texts as it stands, holds their words and no others."""
    with engine.connect() as connection:
        seen, damage = database_of(connection).full_text.damage(connection)
    assert seen
    return damage == []


def test_a_thousand_changes_by_strangers_leave_nothing_old_and_nothing_lost(
    migrated_url: str,
) -> None:
    engine, chance = writing(engine_for(migrated_url)), Random(30)
    with engine.connect() as connection:
        strangers = Strangers(connection, chance)
        for number in range(1, 1_001):
            strangers.step()
            if number % 40 == 0:
                if chance.random() < 0.5:
                    index_texts(connection)
                    strangers.waiting.clear()
                for word in VOCABULARY:
                    wanted = fold(word)
                    expected = {k for k, words in strangers.searched().items() if wanted in words}
                    assert {key for key, _ in hits(connection, word)} == expected, number
                connection.commit()
        index_texts(connection)
        connection.commit()
    assert sound(engine)


def test_a_load_leaves_nothing_to_wait_whether_it_adds_changes_or_prunes(
    migrated_url: str, tmp_path: Path
) -> None:
    engine = engine_for(migrated_url)

    def unindexed() -> int:
        with engine.connect() as connection:
            waiting = select(func.count()).where(Wording.folded.is_(None))
            found = connection.scalar(waiting) or 0
            if "wording_waiting" in database_of(connection).names(connection):
                found += connection.execute(
                    text("SELECT count(*) FROM wording_waiting")
                ).scalar_one()
            return found

    def article(slug: str, title: str) -> Path:
        evidence = "{basis: outside, note: made up}"
        file = tmp_path / f"{slug}.yaml"
        file.write_text(f"article:\n  title: {title}\n  evidence: {evidence}\n", encoding="utf-8")
        return file

    load(engine, [article("one", "Çavuşoğlu in Ankara"), article("two", "Peace and quiet")])
    assert (unindexed(), sound(engine)) == (0, True)
    load(engine, [article("one", "Çavuşoğlu in Tehran")])
    with engine.connect() as connection:
        assert hits(connection, "cavusoglu tehran") == [(("title", "one"), 1_000)]
        assert hits(connection, "ankara") == []
    assert (unindexed(), sound(engine)) == (0, True)
    load(engine, [article("one", "Çavuşoğlu in Tehran")], prune=True, allow_removals=1)
    with engine.connect() as connection:
        assert hits(connection, "quiet") == []
    assert (unindexed(), sound(engine)) == (0, True)
    load(engine, [SEEDS])
    assert (unindexed(), sound(engine)) == (0, True)


def test_objects_of_a_session_are_found_as_soon_as_they_are_flushed(migrated_url: str) -> None:
    with Session(writing(engine_for(migrated_url))) as session:
        article = Article(slug="a", title="Çavuşoğlu")
        session.add(article)
        session.flush()
        body = ArticleText(article_id=article.id, text="Peace, he said")
        long = "very " * 300 + "Peace"
        words = {"mode": "direct", "start_char": 0, "end_char": 9, "article_id": article.id}
        session.add_all([body, Quote(position=0, text=long, folded=fold(long), **words)])
        session.flush()

        def found(word: str) -> set[str]:
            return {str(row.kind) for row in session.execute(search(word))}

        assert found("cavusoglu") == {"title"}
        assert found("peace") == {"text", "quote"}
        article.title, body.text = None, "War, they said"
        session.flush()
        assert found("cavusoglu") == set()
        assert (found("war"), found("peace")) == ({"text"}, {"quote"})


def test_a_page_of_hits_is_one_statement_and_its_evidence_a_fixed_number(loaded_url: str) -> None:
    with Session(engine_for(loaded_url)) as session:
        numbers = set()
        for size in (1, 5, 40):
            with counted(session) as ran:
                rows = session.execute(page(search("iran"), size=size)).all()
            assert (len(rows), len(ran)) == (size, 1)
            with counted(session) as ran:
                answered = with_evidence(session, rows)
            assert all(each.proofs for each in answered)
            numbers.add(len(ran))
        assert max(numbers) <= 4


def test_pages_of_hits_hold_each_once_whatever_is_written_between(migrated_url: str) -> None:
    with writing(engine_for(migrated_url)).begin() as connection:
        write(
            connection,
            {f"a-{n}": Written(title="peace " * (n % 3 + 1) + f"x{n}") for n in range(30)},
        )
        index_texts(connection)
        whole = hits(connection, "peace")
        assert len(whole) == connection.scalar(count(search("peace"))) == 30
        read, after = [], None
        while rows := connection.execute(page(search("peace"), after=after, size=7)).all():
            read += [(("title", row.article), row.rank) for row in rows]
            after = rows[-1]
            write(connection, {f"new-{len(read)}": Written(title="peace " * 9)})
            index_texts(connection)
        assert [key for key, _ in read if "new" not in key[1]] == [key for key, _ in whole]


def test_other_conditions_compose_with_a_search(loaded_url: str) -> None:
    with engine_for(loaded_url).connect() as connection:
        rows = connection.execute(search("terrorist").where(speaker("soylu"))).all()
        assert {row.quote for row in rows} == {"2021-10-tasnim-security-mou#7"}
        assert not connection.execute(search("terrorist", known_on="2017-01-01")).all()
        within = connection.execute(search("security", within="title")).all()
        assert {str(row.kind) for row in within} == {"title"}
        listed = connection.execute(quotes(search="terrorist groups", by="soylu")).all()
        assert [row.quote for row in listed] == ["2021-10-tasnim-security-mou#7"]
        hit = rows[0]
        assert hit.start_char is not None


@pytest.mark.parametrize(
    "asked", ["security", "filler", "secur*", '"terrorist groups"', "iran NOT turkey"]
)
def test_a_search_asks_the_index_and_reads_no_table_from_end_to_end(
    migrated_url: str, asked: str
) -> None:
    engine = writing(engine_for(migrated_url))
    load(engine, [SEEDS])
    with engine.begin() as connection:
        filler = {f"f-{n}": Written(text=f"filler {n} " * 200) for n in range(400)}
        write(connection, filler)
        index_texts(connection)
        connection.exec_driver_sql("ANALYZE")
        explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
        plans: list[str] = []

        def remember(*given: object) -> None:
            plans.append(str(given[2]))

        for rows in (search(asked, syntax=True),):
            event.listen(engine, "before_cursor_execute", remember)
            connection.execute(rows).all()
            event.remove(engine, "before_cursor_execute", remember)
            told = _plan(connection, explain, rows)
        assert "wording_fts VIRTUAL TABLE" in told or "ix_wording_words" in told
        assert "Seq Scan on wording" not in told
        assert not [line for line in told.splitlines() if "SCAN wording" in line
                    and "wording_fts" not in line and "wording_waiting" not in line]  # fmt: skip
        assert "SCAN unindexed" not in told


def _plan(connection: Connection, explain: str, rows: object) -> str:
    compiled = rows.compile(connection, compile_kwargs={"literal_binds": True})  # type: ignore[attr-defined]
    sql = str(compiled).replace("%%", "%").replace("%", "%%" if "QUERY" not in explain else "%")
    return "\n".join(str(tuple(row)) for row in connection.exec_driver_sql(f"{explain} {sql}"))
