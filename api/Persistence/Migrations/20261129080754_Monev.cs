using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Monev : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "after_beneficiaries",
                table: "work_events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "after_completed_on",
                table: "work_events",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "after_ends_on",
                table: "work_events",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "after_plan_number",
                table: "work_events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "after_planned_total",
                table: "work_events",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "after_reached_beneficiaries",
                table: "work_events",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "after_realised_total",
                table: "work_events",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<decimal>(
                name: "after_realised_volume",
                table: "work_events",
                type: "numeric(12,2)",
                precision: 12,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "after_volume",
                table: "work_events",
                type: "numeric(12,2)",
                precision: 12,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.CreateTable(
                name: "findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    work_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kelurahan_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    aspect = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    grade = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    found_on = table.Column<DateOnly>(type: "date", nullable: false),
                    follow_up_by = table.Column<DateOnly>(type: "date", nullable: true),
                    followed_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    at_inspectorate_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_findings", x => x.id);
                    table.CheckConstraint("ck_findings_follow_up", "grade = 'None' OR follow_up_by IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_findings_kelurahan_kelurahan_code",
                        column: x => x.kelurahan_code,
                        principalTable: "kelurahan",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_findings_works_work_id",
                        column: x => x.work_id,
                        principalTable: "works",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicators",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name_en = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    definition = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    definition_en = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    group = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    numerator = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    denominator = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    unit = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    aim = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    target = table.Column<decimal>(type: "numeric(9,2)", precision: 9, scale: 2, nullable: false),
                    tolerance = table.Column<decimal>(type: "numeric(9,2)", precision: 9, scale: 2, nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    retired = table.Column<bool>(type: "boolean", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicators", x => new { x.code, x.version });
                });

            migrationBuilder.CreateTable(
                name: "finding_events",
                columns: table => new
                {
                    finding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    step = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    actor_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    after_closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    after_follow_up_by = table.Column<DateOnly>(type: "date", nullable: true),
                    after_followed_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    after_grade = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    after_state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finding_events", x => new { x.finding_id, x.version });
                    table.ForeignKey(
                        name: "fk_finding_events_findings_finding_id",
                        column: x => x.finding_id,
                        principalTable: "findings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_findings_kelurahan_code_id",
                table: "findings",
                columns: new[] { "kelurahan_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_findings_waiting",
                table: "findings",
                column: "follow_up_by",
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_findings_work_id_id",
                table: "findings",
                columns: new[] { "work_id", "id" });

            // what had come about before is told as nearly as it is known: the plan of then, and what was realised from the first time that it was told
            migrationBuilder.Sql("ALTER TABLE work_events DISABLE TRIGGER append_only;");
            migrationBuilder.Sql("""
                UPDATE work_events e SET
                    after_plan_number = coalesce(p.number, 0),
                    after_volume = coalesce((p.plan->>'volume')::numeric, w.volume),
                    after_ends_on = coalesce((p.plan->>'endsOn')::date, w.ends_on),
                    after_beneficiaries = coalesce((p.plan->>'beneficiaries')::int, w.beneficiaries),
                    after_planned_total = coalesce((SELECT sum((line->>'planned')::bigint) FROM jsonb_array_elements(p.plan->'budget') line), w.planned_total),
                    after_realised_total = CASE WHEN e.version >= r.first THEN w.realised_total ELSE 0 END,
                    after_realised_volume = CASE WHEN e.version >= r.first THEN w.realised_volume END,
                    after_completed_on = CASE WHEN e.stage IN ('Completed', 'HandedOver', 'Accounted', 'Evaluated') THEN w.completed_on END,
                    after_reached_beneficiaries = CASE WHEN e.stage = 'Evaluated' THEN w.reached_beneficiaries END
                FROM works w
                LEFT JOIN LATERAL (SELECT min(version) AS first FROM work_events WHERE work_id = w.id AND kind = 'Realised') r ON true
                CROSS JOIN work_events own
                LEFT JOIN LATERAL (SELECT number, plan FROM work_plans WHERE work_id = w.id AND at <= own.at ORDER BY number DESC LIMIT 1) p ON true
                WHERE own.work_id = w.id AND e.work_id = own.work_id AND e.version = own.version;
                """);
            migrationBuilder.Sql("ALTER TABLE work_events ENABLE TRIGGER append_only;");
            foreach (var column in new[] { "beneficiaries", "ends_on", "plan_number", "planned_total", "realised_total", "volume" })
            {
                migrationBuilder.Sql($"ALTER TABLE work_events ALTER COLUMN after_{column} DROP DEFAULT;");
            }

            // findings and what is asked are only ever added to; one table per statement, or the relays meet it in a circle
            foreach (var table in new[] { "finding_events", "indicators" })
            {
                migrationBuilder.Sql($"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();");
                migrationBuilder.Sql($"CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "finding_events");

            migrationBuilder.DropTable(
                name: "indicators");

            migrationBuilder.DropTable(
                name: "findings");

            migrationBuilder.DropColumn(
                name: "after_beneficiaries",
                table: "work_events");

            migrationBuilder.DropColumn(
                name: "after_completed_on",
                table: "work_events");

            migrationBuilder.DropColumn(
                name: "after_ends_on",
                table: "work_events");

            migrationBuilder.DropColumn(
                name: "after_plan_number",
                table: "work_events");

            migrationBuilder.DropColumn(
                name: "after_planned_total",
                table: "work_events");

            migrationBuilder.DropColumn(
                name: "after_reached_beneficiaries",
                table: "work_events");

            migrationBuilder.DropColumn(
                name: "after_realised_total",
                table: "work_events");

            migrationBuilder.DropColumn(
                name: "after_realised_volume",
                table: "work_events");

            migrationBuilder.DropColumn(
                name: "after_volume",
                table: "work_events");
        }
    }
}
