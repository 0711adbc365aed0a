using Microsoft.EntityFrameworkCore.Migrations;

namespace KediriLapor.Persistence.Migrations;

/// <summary>What the database itself holds to, whoever writes to it: constraints and triggers that EF cannot express.</summary>
public partial class Guards : Migration
{
    private static readonly string[] ReferenceTables =
        ["services", "service_groups", "agencies", "kelurahan", "routing_rules", "holidays", "office_hours", "learned_corrections"];

    private static readonly string[] AppendOnlyTables = ["report_events", "routing_records"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            -- nothing in a report's history is ever edited or deleted
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
            END $$;

            -- every instance sees by one number that reference data changed
            CREATE TABLE reference_epoch (one boolean PRIMARY KEY DEFAULT true CHECK (one), epoch bigint NOT NULL);
            INSERT INTO reference_epoch (epoch) VALUES (1);
            CREATE FUNCTION advance_epoch() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                UPDATE reference_epoch SET epoch = epoch + 1;
                RETURN NULL;
            END $$;

            -- ready means able to write: the health check proves it here
            CREATE TABLE readiness (one boolean PRIMARY KEY DEFAULT true CHECK (one), checked_at timestamptz NOT NULL);
            INSERT INTO readiness (checked_at) VALUES (now());

            -- no two routing rules of one rank can meet in one case on one day …
            ALTER TABLE routing_rules ADD CONSTRAINT ex_routing_rules_one_per_case EXCLUDE USING gist (
                (service_code::text) WITH =,
                (coalesce(question_code, '')::text) WITH =, (coalesce(answer_value, '')::text) WITH =,
                (coalesce(kelurahan_code, '')::text) WITH =, (coalesce(kecamatan_code, '')::text) WITH =,
                daterange(valid_from, valid_until) WITH &&);
            -- … and so a service is routed by one question at most
            ALTER TABLE routing_rules ADD CONSTRAINT ex_routing_rules_one_question EXCLUDE USING gist (
                (service_code::text) WITH =, (question_code::text) WITH <>, daterange(valid_from, valid_until) WITH &&)
                WHERE (question_code IS NOT NULL);

            -- the queue of a ward: a column of a complex property, which EF cannot index
            CREATE INDEX ix_reports_kelurahan_code_due_at_id ON reports (kelurahan_code, due_at, id);
            """);
        foreach (var table in AppendOnlyTables)
        {
            migrationBuilder.Sql($"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();");
            migrationBuilder.Sql($"CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
        }

        foreach (var table in ReferenceTables)
        {
            migrationBuilder.Sql($"CREATE TRIGGER advance_epoch AFTER INSERT OR UPDATE OR DELETE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION advance_epoch();");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP INDEX ix_reports_kelurahan_code_due_at_id;");
        migrationBuilder.Sql("ALTER TABLE routing_rules DROP CONSTRAINT ex_routing_rules_one_per_case, DROP CONSTRAINT ex_routing_rules_one_question;");
        migrationBuilder.Sql("DROP TABLE readiness, reference_epoch; DROP FUNCTION refuse_change CASCADE; DROP FUNCTION advance_epoch CASCADE;");
    }
}
