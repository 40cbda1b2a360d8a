CREATE TABLE catchword (
	word TEXT COLLATE "C" NOT NULL,
	kind VARCHAR COLLATE "C" NOT NULL,
	of_id INTEGER NOT NULL,
	CONSTRAINT pk_catchword PRIMARY KEY (word, kind, of_id),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('name', 'agreement', 'meeting', 'incident', 'office'))
);

COMMENT ON TABLE catchword IS 'Words of names and titles, each with the row that has it: an index.';

COMMENT ON COLUMN catchword.word IS 'The word, folded; of a longer one 100 letters.';

COMMENT ON COLUMN catchword.kind IS 'Table of the row that has the word.';

COMMENT ON COLUMN catchword.of_id IS 'Key of that row.';

CREATE TABLE wording (
	id SERIAL NOT NULL,
	article_id INTEGER NOT NULL,
	quote_id INTEGER,
	kind VARCHAR COLLATE "C" NOT NULL,
	folded TEXT COLLATE "C",
	CONSTRAINT pk_wording PRIMARY KEY (id),
	CONSTRAINT uq_wording_quote_id UNIQUE (quote_id),
	CONSTRAINT only_a_quote_has_one CHECK ((kind = 'quote') = (quote_id IS NOT NULL)),
	CONSTRAINT fk_wording_article_id FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE CASCADE,
	CONSTRAINT fk_wording_quote_id FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE CASCADE,
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('title', 'text', 'quote'))
);

CREATE UNIQUE INDEX ix_wording_article_id ON wording (article_id, kind, coalesce(quote_id, 0));

CREATE INDEX ix_wording_unfolded ON wording (id) WHERE folded IS NULL;

COMMENT ON TABLE wording IS 'Titles, texts and quotes as plain words, one row each: the full-text index.';

COMMENT ON COLUMN wording.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN wording.article_id IS 'The article in which they stand.';

COMMENT ON COLUMN wording.quote_id IS 'The quote, when it is one.';

COMMENT ON COLUMN wording.kind IS 'What they are the words of.';

COMMENT ON COLUMN wording.folded IS 'The words in their order, folded, parted by one space; null until written.';

CREATE FUNCTION wording_of_quotes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        EXECUTE format($sql$
            INSERT INTO %I.wording (article_id, quote_id, kind, folded)
            SELECT article_id, id, 'quote', CASE WHEN length(folded) <= 1000 THEN folded END FROM added ORDER BY id
        $sql$, TG_TABLE_SCHEMA);
    ELSE
        EXECUTE format($sql$
            UPDATE %I.wording SET article_id = $1, folded = $2 WHERE quote_id = $3
        $sql$, TG_TABLE_SCHEMA) USING NEW.article_id, CASE WHEN length(NEW.folded) <= 1000 THEN NEW.folded END, NEW.id;
    END IF;
    RETURN NULL;
END
$body$;

CREATE FUNCTION wording_of_titles() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        EXECUTE format($sql$
            INSERT INTO %I.wording (article_id, kind)
            SELECT id, 'title' FROM added WHERE title IS NOT NULL ORDER BY id
        $sql$, TG_TABLE_SCHEMA);
    ELSE
        EXECUTE format($sql$
            DELETE FROM %I.wording WHERE article_id = $1 AND kind = 'title'
        $sql$, TG_TABLE_SCHEMA) USING NEW.id;
        EXECUTE format($sql$
            INSERT INTO %I.wording (article_id, kind) SELECT $1, 'title' WHERE $2
        $sql$, TG_TABLE_SCHEMA) USING NEW.id, NEW.title IS NOT NULL;
    END IF;
    RETURN NULL;
END
$body$;

CREATE FUNCTION wording_of_texts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        EXECUTE format($sql$
            INSERT INTO %I.wording (article_id, kind)
            SELECT article_id, 'text' FROM added ORDER BY article_id
        $sql$, TG_TABLE_SCHEMA);
        RETURN NULL;
    END IF;
    EXECUTE format($sql$
        DELETE FROM %I.wording WHERE article_id = $1 AND kind = 'text'
    $sql$, TG_TABLE_SCHEMA) USING OLD.article_id;
    IF TG_OP = 'UPDATE' THEN
        EXECUTE format($sql$
            DELETE FROM %I.wording WHERE article_id = $1 AND kind = 'text'
        $sql$, TG_TABLE_SCHEMA) USING NEW.article_id;
        EXECUTE format($sql$
            INSERT INTO %I.wording (article_id, kind) VALUES ($1, 'text')
        $sql$, TG_TABLE_SCHEMA) USING NEW.article_id;
    END IF;
    RETURN NULL;
END
$body$;

REVOKE ALL ON FUNCTION wording_of_quotes() FROM PUBLIC;

REVOKE ALL ON FUNCTION wording_of_titles() FROM PUBLIC;

REVOKE ALL ON FUNCTION wording_of_texts() FROM PUBLIC;

CREATE TRIGGER quote_is_worded AFTER INSERT ON quote
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION wording_of_quotes();

CREATE TRIGGER quote_is_reworded AFTER UPDATE OF folded, article_id ON quote FOR EACH ROW
WHEN (OLD.folded IS DISTINCT FROM NEW.folded OR OLD.article_id IS DISTINCT FROM NEW.article_id)
EXECUTE FUNCTION wording_of_quotes();

CREATE TRIGGER title_is_worded AFTER INSERT ON article
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION wording_of_titles();

CREATE TRIGGER title_is_reworded AFTER UPDATE OF title ON article FOR EACH ROW
WHEN (OLD.title IS DISTINCT FROM NEW.title)
EXECUTE FUNCTION wording_of_titles();

CREATE TRIGGER text_is_worded AFTER INSERT ON article_text
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION wording_of_texts();

CREATE TRIGGER text_is_reworded AFTER UPDATE OF text, article_id ON article_text FOR EACH ROW
WHEN (OLD.text IS DISTINCT FROM NEW.text OR OLD.article_id IS DISTINCT FROM NEW.article_id)
EXECUTE FUNCTION wording_of_texts();

CREATE TRIGGER text_is_unworded AFTER DELETE ON article_text FOR EACH ROW
EXECUTE FUNCTION wording_of_texts();

CREATE INDEX ix_wording_words ON wording USING gin (array_to_tsvector(string_to_array(folded, ' ')));

CREATE FUNCTION catchwords_of_rows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        EXECUTE format($sql$
            INSERT INTO %I.catchword (word, kind, of_id)
            SELECT DISTINCT left(word, 100), %L, id
            FROM added, unnest(string_to_array(folded, ' ')) AS word WHERE word <> ''
        $sql$, TG_TABLE_SCHEMA, TG_TABLE_NAME);
        RETURN NULL;
    END IF;
    EXECUTE format($sql$
        DELETE FROM %I.catchword WHERE kind = %L AND of_id = $1
        AND word IN (SELECT left(word, 100) FROM unnest(string_to_array($2, ' ')) AS word)
    $sql$, TG_TABLE_SCHEMA, TG_TABLE_NAME) USING OLD.id, OLD.folded;
    IF TG_OP = 'UPDATE' THEN
        EXECUTE format($sql$
            INSERT INTO %I.catchword (word, kind, of_id)
            SELECT DISTINCT left(word, 100), %L, $1
            FROM unnest(string_to_array($2, ' ')) AS word WHERE word <> ''
        $sql$, TG_TABLE_SCHEMA, TG_TABLE_NAME) USING NEW.id, NEW.folded;
    END IF;
    RETURN NULL;
END
$body$;

REVOKE ALL ON FUNCTION catchwords_of_rows() FROM PUBLIC;

CREATE TRIGGER name_is_listed AFTER INSERT ON name
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER name_is_relisted AFTER UPDATE OF folded ON name FOR EACH ROW
WHEN (OLD.folded IS DISTINCT FROM NEW.folded) EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER name_is_unlisted AFTER DELETE ON name FOR EACH ROW
EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER agreement_is_listed AFTER INSERT ON agreement
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER agreement_is_relisted AFTER UPDATE OF folded ON agreement FOR EACH ROW
WHEN (OLD.folded IS DISTINCT FROM NEW.folded) EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER agreement_is_unlisted AFTER DELETE ON agreement FOR EACH ROW
EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER meeting_is_listed AFTER INSERT ON meeting
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER meeting_is_relisted AFTER UPDATE OF folded ON meeting FOR EACH ROW
WHEN (OLD.folded IS DISTINCT FROM NEW.folded) EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER meeting_is_unlisted AFTER DELETE ON meeting FOR EACH ROW
EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER incident_is_listed AFTER INSERT ON incident
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER incident_is_relisted AFTER UPDATE OF folded ON incident FOR EACH ROW
WHEN (OLD.folded IS DISTINCT FROM NEW.folded) EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER incident_is_unlisted AFTER DELETE ON incident FOR EACH ROW
EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER office_is_listed AFTER INSERT ON office
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER office_is_relisted AFTER UPDATE OF folded ON office FOR EACH ROW
WHEN (OLD.folded IS DISTINCT FROM NEW.folded) EXECUTE FUNCTION catchwords_of_rows();

CREATE TRIGGER office_is_unlisted AFTER DELETE ON office FOR EACH ROW
EXECUTE FUNCTION catchwords_of_rows();
