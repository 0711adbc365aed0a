namespace KediriLapor.Persistence.Migrations;

/// <summary>
/// What <see cref="HistoryProof"/> does to rows that are there already, and the guards it leaves. The hashes are those of
/// <c>Reports/Model/CanonicalRow.cs</c>; a test migrates a told history and checks it with the program's own eyes.
/// </summary>
internal static class HistoryProofSql
{
    public const string Up =
        """
        DROP TRIGGER append_only ON report_events;

        CREATE FUNCTION pg_temp.part(content bytea) RETURNS bytea LANGUAGE sql AS
            $$ SELECT coalesce(int4send(length(content)) || content, int4send(-1)) $$;
        CREATE FUNCTION pg_temp.part(content text) RETURNS bytea LANGUAGE sql AS
            $$ SELECT pg_temp.part(convert_to(content, 'UTF8')) $$;
        CREATE FUNCTION pg_temp.word(name text) RETURNS bytea LANGUAGE sql AS
            $$ SELECT pg_temp.part(lower(left(name, 1)) || substr(name, 2)) $$;
        CREATE FUNCTION pg_temp.note(content text, salt bytea) RETURNS bytea LANGUAGE sql AS
            $$ SELECT sha256(pg_temp.part('kedirilapor note 1'::text) || pg_temp.part(salt) || pg_temp.part(content)) $$;

        DO $$
        DECLARE
            e report_events;
            latest bytea;
        BEGIN
            FOR e IN SELECT * FROM report_events ORDER BY report_id, sequence LOOP
                IF e.sequence = 1 THEN
                    SELECT sha256(pg_temp.part('kedirilapor report 1'::text) || pg_temp.part(uuid_send(id)) || pg_temp.part(tracking_code))
                    INTO latest FROM reports WHERE id = e.report_id;
                END IF;
                e.public_note_salt := uuid_send(gen_random_uuid());
                e.public_note_digest := pg_temp.note(e.public_note, e.public_note_salt);
                e.internal_note_salt := uuid_send(gen_random_uuid());
                e.internal_note_digest := pg_temp.note(e.internal_note, e.internal_note_salt);
                e.staff_salt := uuid_send(gen_random_uuid());
                e.staff_digest := sha256(
                    pg_temp.part('kedirilapor staff 1'::text) || pg_temp.part(e.staff_salt) || pg_temp.part(uuid_send(e.actor_id)) || pg_temp.part(e.actor_name)
                    || pg_temp.part(e.corrected_from) || pg_temp.word(e.reason) || pg_temp.part(to_char(e.planned_for, 'YYYY-MM-DD')));
                e.previous_hash := latest;
                latest := sha256(
                    pg_temp.part('kedirilapor row 1'::text) || pg_temp.part(e.previous_hash) || pg_temp.part(uuid_send(e.report_id)) || pg_temp.part(int8send(e.sequence))
                    || pg_temp.word(e.type) || pg_temp.part(int8send((extract(epoch FROM e.at) * 1000000)::bigint)) || pg_temp.word(e.actor_kind)
                    || pg_temp.word(e.status) || pg_temp.part(e.agency_code) || pg_temp.part(e.service_code)
                    || pg_temp.part(e.public_note_digest) || pg_temp.part(e.internal_note_digest) || pg_temp.part(e.staff_digest));
                UPDATE report_events SET
                    public_note_salt = e.public_note_salt, public_note_digest = e.public_note_digest,
                    internal_note_salt = e.internal_note_salt, internal_note_digest = e.internal_note_digest,
                    staff_salt = e.staff_salt, staff_digest = e.staff_digest, previous_hash = e.previous_hash, hash = latest
                WHERE report_id = e.report_id AND sequence = e.sequence;
            END LOOP;
        END $$;
        UPDATE reports SET last_hash = e.hash FROM report_events e WHERE e.report_id = reports.id AND e.sequence = reports.version;

        -- from here on a row without its hashes is refused
        ALTER TABLE reports ALTER last_hash DROP DEFAULT;
        ALTER TABLE report_events
            ALTER public_note_digest DROP DEFAULT, ALTER internal_note_digest DROP DEFAULT, ALTER staff_salt DROP DEFAULT,
            ALTER staff_digest DROP DEFAULT, ALTER previous_hash DROP DEFAULT, ALTER hash DROP DEFAULT;

        -- a row of the history changes in one way only: a note is forgotten together with its salt, its digest stays (UU 27/2022)
        CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            allowed report_events := OLD;
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                IF NEW.public_note IS NULL AND NEW.public_note_salt IS NULL THEN
                    allowed.public_note := NULL;
                    allowed.public_note_salt := NULL;
                END IF;
                IF NEW.internal_note IS NULL AND NEW.internal_note_salt IS NULL THEN
                    allowed.internal_note := NULL;
                    allowed.internal_note_salt := NULL;
                END IF;
                IF NEW IS NOT DISTINCT FROM allowed THEN
                    RETURN NEW;
                END IF;
            END IF;
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$;
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON report_events FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON history_roots FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON history_roots FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON history_leaves FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON history_leaves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;

    /// <summary>Before the columns go.</summary>
    public const string Down =
        """
        DROP FUNCTION refuse_rewriting CASCADE;
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON report_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
        """;
}
