using System;
using KediriLapor.Persistence.Schedule;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Scheduler : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "escalations",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    audience = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    agency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalations", x => new { x.report_id, x.since, x.due_at, x.step });
                    table.ForeignKey(
                        name: "fk_escalations_agencies_agency_code",
                        column: x => x.agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_escalations_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_free",
                table: "attachments",
                column: "created_at",
                filter: "report_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_escalations_agency_code",
                table: "escalations",
                column: "agency_code");

            migrationBuilder.Sql(
                """
                CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON escalations FOR EACH ROW EXECUTE FUNCTION refuse_change();
                CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON escalations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
                """);
            migrationBuilder.Sql(QuartzTables.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(QuartzTables.Drop);

            migrationBuilder.DropTable(
                name: "escalations");

            migrationBuilder.DropIndex(
                name: "ix_attachments_free",
                table: "attachments");
        }
    }
}
