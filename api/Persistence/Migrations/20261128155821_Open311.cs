using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Open311 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "updated_at",
                table: "public_reports",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.CreateTable(
                name: "open311_test_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    kelurahan_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    agency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    lat = table.Column<double>(type: "double precision", nullable: true),
                    lng = table.Column<double>(type: "double precision", nullable: true),
                    status = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    outcome = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    last_update_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open311_test_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_open311_test_requests_api_clients_client_id",
                        column: x => x.client_id,
                        principalTable: "api_clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "open311_updates",
                columns: table => new
                {
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    update_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open311_updates", x => new { x.client_id, x.update_id });
                    table.ForeignKey(
                        name: "fk_open311_updates_api_clients_client_id",
                        column: x => x.client_id,
                        principalTable: "api_clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_public_reports_updated_at_id",
                table: "public_reports",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_open311_test_requests_client_id",
                table: "open311_test_requests",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_open311_test_requests_updated_at",
                table: "open311_test_requests",
                column: "updated_at");

            // what was published so far was last seen to change with the last event that those outside notice
            migrationBuilder.Sql("""
                UPDATE public_reports p SET updated_at = coalesce(
                    (SELECT max(e.at) FROM report_events e WHERE e.report_id = p.id AND e.type NOT IN ('Rated', 'Recalculated') AND (e.type <> 'Noted' OR e.public_note IS NOT NULL)), p.submitted_at);
                """);
            migrationBuilder.Sql("ALTER TABLE reference_epoch ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();");
            migrationBuilder.Sql("""
                CREATE OR REPLACE FUNCTION advance_epoch() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    UPDATE reference_epoch SET epoch = epoch + 1, changed_at = now();
                    RETURN NULL;
                END $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE OR REPLACE FUNCTION advance_epoch() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    UPDATE reference_epoch SET epoch = epoch + 1;
                    RETURN NULL;
                END $$;
                """);
            migrationBuilder.Sql("ALTER TABLE reference_epoch DROP COLUMN changed_at;");

            migrationBuilder.DropTable(
                name: "open311_test_requests");

            migrationBuilder.DropTable(
                name: "open311_updates");

            migrationBuilder.DropIndex(
                name: "ix_public_reports_updated_at_id",
                table: "public_reports");

            migrationBuilder.DropColumn(
                name: "updated_at",
                table: "public_reports");
        }
    }
}
