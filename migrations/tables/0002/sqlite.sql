CREATE TABLE catchword (
	word TEXT NOT NULL,
	kind TEXT NOT NULL,
	of_id INTEGER NOT NULL,
	CONSTRAINT pk_catchword PRIMARY KEY (word, kind, of_id),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('name', 'agreement', 'meeting', 'incident', 'office'))
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE wording (
	id INTEGER NOT NULL,
	article_id INTEGER NOT NULL,
	quote_id INTEGER,
	kind TEXT NOT NULL,
	folded TEXT,
	CONSTRAINT pk_wording PRIMARY KEY (id),
	CONSTRAINT uq_wording_quote_id UNIQUE (quote_id),
	CONSTRAINT only_a_quote_has_one CHECK ((kind = 'quote') = (quote_id IS NOT NULL)),
	CONSTRAINT fk_wording_article_id FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE CASCADE,
	CONSTRAINT fk_wording_quote_id FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE CASCADE,
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('title', 'text', 'quote'))
)
 STRICT;

CREATE UNIQUE INDEX ix_wording_article_id ON wording (article_id, kind, coalesce(quote_id, 0));

CREATE INDEX ix_wording_unfolded ON wording (id) WHERE folded IS NULL;

CREATE VIRTUAL TABLE wording_fts USING fts5(folded, content='wording', content_rowid='id', tokenize='ascii');

CREATE TABLE wording_waiting (
	id INTEGER NOT NULL,
	indexed TEXT,
	CONSTRAINT pk_wording_waiting PRIMARY KEY (id)
) STRICT;

CREATE TRIGGER wording_is_added AFTER INSERT ON wording
BEGIN
	INSERT INTO wording_waiting (id) VALUES (new.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER wording_is_changed AFTER UPDATE OF folded ON wording
WHEN old.folded IS NOT new.folded
BEGIN
	INSERT INTO wording_waiting (id, indexed) VALUES (old.id, old.folded) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER wording_is_removed AFTER DELETE ON wording
BEGIN
	INSERT INTO wording_waiting (id, indexed) VALUES (old.id, old.folded) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER quote_is_worded AFTER INSERT ON quote
BEGIN
	INSERT INTO wording (article_id, quote_id, kind, folded)
	VALUES (new.article_id, new.id, 'quote', CASE WHEN length(new.folded) <= 1000 THEN new.folded END);
END;

CREATE TRIGGER quote_is_reworded AFTER UPDATE OF folded, article_id ON quote
WHEN old.folded IS NOT new.folded OR old.article_id IS NOT new.article_id
BEGIN
	UPDATE wording SET article_id = new.article_id, folded = CASE WHEN length(new.folded) <= 1000 THEN new.folded END
	WHERE quote_id = new.id;
END;

CREATE TRIGGER title_is_worded AFTER INSERT ON article
WHEN new.title IS NOT NULL
BEGIN
	INSERT INTO wording (article_id, kind) VALUES (new.id, 'title');
END;

CREATE TRIGGER title_is_reworded AFTER UPDATE OF title ON article
WHEN old.title IS NOT new.title
BEGIN
	DELETE FROM wording WHERE article_id = new.id AND kind = 'title';
	INSERT INTO wording (article_id, kind) SELECT new.id, 'title' WHERE new.title IS NOT NULL;
END;

CREATE TRIGGER text_is_worded AFTER INSERT ON article_text
BEGIN
	INSERT INTO wording (article_id, kind) VALUES (new.article_id, 'text');
END;

CREATE TRIGGER text_is_reworded AFTER UPDATE OF text, article_id ON article_text
WHEN old.text IS NOT new.text OR old.article_id IS NOT new.article_id
BEGIN
	DELETE FROM wording WHERE article_id IN (old.article_id, new.article_id) AND kind = 'text';
	INSERT INTO wording (article_id, kind) VALUES (new.article_id, 'text');
END;

CREATE TRIGGER text_is_unworded AFTER DELETE ON article_text
BEGIN
	DELETE FROM wording WHERE article_id = old.article_id AND kind = 'text';
END;

CREATE TRIGGER name_is_listed AFTER INSERT ON name
BEGIN
	INSERT INTO catchword (word, kind, of_id)
	SELECT DISTINCT substr(json_each.value, 1, 100), 'name', new.id FROM json_each('["' || replace(replace(replace(new.folded, '"', ''), char(92), ''), ' ', '","') || '"]') WHERE value <> '';
END;

CREATE TRIGGER name_is_relisted AFTER UPDATE OF folded ON name
WHEN old.folded IS NOT new.folded
BEGIN
	DELETE FROM catchword WHERE kind = 'name' AND of_id = old.id AND word IN (
		SELECT substr(value, 1, 100) FROM json_each('["' || replace(replace(replace(old.folded, '"', ''), char(92), ''), ' ', '","') || '"]')
	);
	INSERT INTO catchword (word, kind, of_id)
	SELECT DISTINCT substr(json_each.value, 1, 100), 'name', new.id FROM json_each('["' || replace(replace(replace(new.folded, '"', ''), char(92), ''), ' ', '","') || '"]') WHERE value <> '';
END;

CREATE TRIGGER name_is_unlisted AFTER DELETE ON name
BEGIN
	DELETE FROM catchword WHERE kind = 'name' AND of_id = old.id AND word IN (
		SELECT substr(value, 1, 100) FROM json_each('["' || replace(replace(replace(old.folded, '"', ''), char(92), ''), ' ', '","') || '"]')
	);
END;

CREATE TRIGGER agreement_is_listed AFTER INSERT ON agreement
BEGIN
	INSERT INTO catchword (word, kind, of_id)
	SELECT DISTINCT substr(json_each.value, 1, 100), 'agreement', new.id FROM json_each('["' || replace(replace(replace(new.folded, '"', ''), char(92), ''), ' ', '","') || '"]') WHERE value <> '';
END;

CREATE TRIGGER agreement_is_relisted AFTER UPDATE OF folded ON agreement
WHEN old.folded IS NOT new.folded
BEGIN
	DELETE FROM catchword WHERE kind = 'agreement' AND of_id = old.id AND word IN (
		SELECT substr(value, 1, 100) FROM json_each('["' || replace(replace(replace(old.folded, '"', ''), char(92), ''), ' ', '","') || '"]')
	);
	INSERT INTO catchword (word, kind, of_id)
	SELECT DISTINCT substr(json_each.value, 1, 100), 'agreement', new.id FROM json_each('["' || replace(replace(replace(new.folded, '"', ''), char(92), ''), ' ', '","') || '"]') WHERE value <> '';
END;

CREATE TRIGGER agreement_is_unlisted AFTER DELETE ON agreement
BEGIN
	DELETE FROM catchword WHERE kind = 'agreement' AND of_id = old.id AND word IN (
		SELECT substr(value, 1, 100) FROM json_each('["' || replace(replace(replace(old.folded, '"', ''), char(92), ''), ' ', '","') || '"]')
	);
END;

CREATE TRIGGER meeting_is_listed AFTER INSERT ON meeting
BEGIN
	INSERT INTO catchword (word, kind, of_id)
	SELECT DISTINCT substr(json_each.value, 1, 100), 'meeting', new.id FROM json_each('["' || replace(replace(replace(new.folded, '"', ''), char(92), ''), ' ', '","') || '"]') WHERE value <> '';
END;

CREATE TRIGGER meeting_is_relisted AFTER UPDATE OF folded ON meeting
WHEN old.folded IS NOT new.folded
BEGIN
	DELETE FROM catchword WHERE kind = 'meeting' AND of_id = old.id AND word IN (
		SELECT substr(value, 1, 100) FROM json_each('["' || replace(replace(replace(old.folded, '"', ''), char(92), ''), ' ', '","') || '"]')
	);
	INSERT INTO catchword (word, kind, of_id)
	SELECT DISTINCT substr(json_each.value, 1, 100), 'meeting', new.id FROM json_each('["' || replace(replace(replace(new.folded, '"', ''), char(92), ''), ' ', '","') || '"]') WHERE value <> '';
END;

CREATE TRIGGER meeting_is_unlisted AFTER DELETE ON meeting
BEGIN
	DELETE FROM catchword WHERE kind = 'meeting' AND of_id = old.id AND word IN (
		SELECT substr(value, 1, 100) FROM json_each('["' || replace(replace(replace(old.folded, '"', ''), char(92), ''), ' ', '","') || '"]')
	);
END;

CREATE TRIGGER incident_is_listed AFTER INSERT ON incident
BEGIN
	INSERT INTO catchword (word, kind, of_id)
	SELECT DISTINCT substr(json_each.value, 1, 100), 'incident', new.id FROM json_each('["' || replace(replace(replace(new.folded, '"', ''), char(92), ''), ' ', '","') || '"]') WHERE value <> '';
END;

CREATE TRIGGER incident_is_relisted AFTER UPDATE OF folded ON incident
WHEN old.folded IS NOT new.folded
BEGIN
	DELETE FROM catchword WHERE kind = 'incident' AND of_id = old.id AND word IN (
		SELECT substr(value, 1, 100) FROM json_each('["' || replace(replace(replace(old.folded, '"', ''), char(92), ''), ' ', '","') || '"]')
	);
	INSERT INTO catchword (word, kind, of_id)
	SELECT DISTINCT substr(json_each.value, 1, 100), 'incident', new.id FROM json_each('["' || replace(replace(replace(new.folded, '"', ''), char(92), ''), ' ', '","') || '"]') WHERE value <> '';
END;

CREATE TRIGGER incident_is_unlisted AFTER DELETE ON incident
BEGIN
	DELETE FROM catchword WHERE kind = 'incident' AND of_id = old.id AND word IN (
		SELECT substr(value, 1, 100) FROM json_each('["' || replace(replace(replace(old.folded, '"', ''), char(92), ''), ' ', '","') || '"]')
	);
END;

CREATE TRIGGER office_is_listed AFTER INSERT ON office
BEGIN
	INSERT INTO catchword (word, kind, of_id)
	SELECT DISTINCT substr(json_each.value, 1, 100), 'office', new.id FROM json_each('["' || replace(replace(replace(new.folded, '"', ''), char(92), ''), ' ', '","') || '"]') WHERE value <> '';
END;

CREATE TRIGGER office_is_relisted AFTER UPDATE OF folded ON office
WHEN old.folded IS NOT new.folded
BEGIN
	DELETE FROM catchword WHERE kind = 'office' AND of_id = old.id AND word IN (
		SELECT substr(value, 1, 100) FROM json_each('["' || replace(replace(replace(old.folded, '"', ''), char(92), ''), ' ', '","') || '"]')
	);
	INSERT INTO catchword (word, kind, of_id)
	SELECT DISTINCT substr(json_each.value, 1, 100), 'office', new.id FROM json_each('["' || replace(replace(replace(new.folded, '"', ''), char(92), ''), ' ', '","') || '"]') WHERE value <> '';
END;

CREATE TRIGGER office_is_unlisted AFTER DELETE ON office
BEGIN
	DELETE FROM catchword WHERE kind = 'office' AND of_id = old.id AND word IN (
		SELECT substr(value, 1, 100) FROM json_each('["' || replace(replace(replace(old.folded, '"', ''), char(92), ''), ' ', '","') || '"]')
	);
END;
