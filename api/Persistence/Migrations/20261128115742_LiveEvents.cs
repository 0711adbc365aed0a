using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations;

/// <inheritdoc />
public partial class LiveEvents : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // the transaction that recorded a row; old rows have none, so the table is not rewritten, and nobody listens for them any more
        migrationBuilder.Sql(
            """
            ALTER TABLE report_events ADD COLUMN recorded_in xid8;
            ALTER TABLE report_events ALTER COLUMN recorded_in SET DEFAULT pg_current_xact_id();
            CREATE INDEX ix_report_events_recorded_in ON report_events (recorded_in) WHERE recorded_in IS NOT NULL;

            CREATE FUNCTION tell_report_events() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_notify('report_events', '');
                RETURN NULL;
            END $$;
            CREATE TRIGGER tell AFTER INSERT ON report_events FOR EACH STATEMENT EXECUTE FUNCTION tell_report_events();
            """);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER tell ON report_events; DROP FUNCTION tell_report_events; ALTER TABLE report_events DROP COLUMN recorded_in;");
    }
}
