using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Privacy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "anonymised_at",
                table: "reports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "contact_readings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    agency_code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_readings", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_readings_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contact_readings_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "privacy_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    by = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_privacy_acts", x => x.id);
                    table.ForeignKey(
                        name: "fk_privacy_acts_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reports_closed_with_person",
                table: "reports",
                column: "status_since",
                filter: "status = 'Closed' AND anonymised_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contact_readings_account_id_id",
                table: "contact_readings",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_readings_report_id_id",
                table: "contact_readings",
                columns: new[] { "report_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_privacy_acts_report_id_id",
                table: "privacy_acts",
                columns: new[] { "report_id", "id" });

            // who read a contact, and what was done with personal data, is never edited or deleted
            foreach (var table in new[] { "contact_readings", "privacy_acts" })
            {
                migrationBuilder.Sql($"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();");
                migrationBuilder.Sql($"CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_readings");

            migrationBuilder.DropTable(
                name: "privacy_acts");

            migrationBuilder.DropIndex(
                name: "ix_reports_closed_with_person",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "anonymised_at",
                table: "reports");
        }
    }
}
