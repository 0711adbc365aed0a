using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class HandOverRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_hand_overs",
                table: "hand_overs");

            migrationBuilder.DropIndex(
                name: "ix_hand_overs_agency_code",
                table: "hand_overs");

            migrationBuilder.AddColumn<string>(
                name: "handed_over_number",
                table: "public_reports",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "handed_over_until",
                table: "public_reports",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "id",
                table: "hand_overs",
                type: "uuid",
                nullable: false,
                // of those from before there were records
                defaultValueSql: "gen_random_uuid()");
            migrationBuilder.Sql("ALTER TABLE hand_overs ALTER COLUMN id DROP DEFAULT;");

            migrationBuilder.AddPrimaryKey(
                name: "pk_hand_overs",
                table: "hand_overs",
                column: "id");

            migrationBuilder.CreateTable(
                name: "hand_over_answers",
                columns: table => new
                {
                    hand_over_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reply = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    expected_on = table.Column<DateOnly>(type: "date", nullable: true),
                    by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_over_answers", x => x.hand_over_id);
                    table.ForeignKey(
                        name: "fk_hand_over_answers_hand_overs_hand_over_id",
                        column: x => x.hand_over_id,
                        principalTable: "hand_overs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hand_over_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hand_over_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_over_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_hand_over_links_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hand_over_links_hand_overs_hand_over_id",
                        column: x => x.hand_over_id,
                        principalTable: "hand_overs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hand_over_records",
                columns: table => new
                {
                    hand_over_id = table.Column<Guid>(type: "uuid", nullable: false),
                    jws = table.Column<string>(type: "text", nullable: false),
                    key_id = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_over_records", x => x.hand_over_id);
                    table.ForeignKey(
                        name: "fk_hand_over_records_hand_overs_hand_over_id",
                        column: x => x.hand_over_id,
                        principalTable: "hand_overs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hand_over_records_signing_keys_key_id",
                        column: x => x.key_id,
                        principalTable: "history_keys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hand_over_waits",
                columns: table => new
                {
                    hand_over_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_over_waits", x => x.hand_over_id);
                    table.ForeignKey(
                        name: "fk_hand_over_waits_hand_overs_hand_over_id",
                        column: x => x.hand_over_id,
                        principalTable: "hand_overs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_hand_overs_agency_code_id",
                table: "hand_overs",
                columns: new[] { "agency_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_overs_report_id_sequence",
                table: "hand_overs",
                columns: new[] { "report_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hand_over_links_account_id",
                table: "hand_over_links",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_hand_over_links_due",
                table: "hand_over_links",
                columns: new[] { "due_at", "id" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_hand_over_links_hand_over_id",
                table: "hand_over_links",
                column: "hand_over_id");

            migrationBuilder.CreateIndex(
                name: "ix_hand_over_links_token_hash",
                table: "hand_over_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hand_over_records_key_id",
                table: "hand_over_records",
                column: "key_id");

            migrationBuilder.CreateIndex(
                name: "ix_hand_over_waits_since",
                table: "hand_over_waits",
                column: "since");

            // what was signed, and what was answered to it, is never edited or deleted
            foreach (var table in new[] { "hand_over_records", "hand_over_answers" })
            {
                migrationBuilder.Sql($"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();");
                migrationBuilder.Sql($"CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hand_over_answers");

            migrationBuilder.DropTable(
                name: "hand_over_links");

            migrationBuilder.DropTable(
                name: "hand_over_records");

            migrationBuilder.DropTable(
                name: "hand_over_waits");

            migrationBuilder.DropPrimaryKey(
                name: "pk_hand_overs",
                table: "hand_overs");

            migrationBuilder.DropIndex(
                name: "ix_hand_overs_agency_code_id",
                table: "hand_overs");

            migrationBuilder.DropIndex(
                name: "ix_hand_overs_report_id_sequence",
                table: "hand_overs");

            migrationBuilder.DropColumn(
                name: "handed_over_number",
                table: "public_reports");

            migrationBuilder.DropColumn(
                name: "handed_over_until",
                table: "public_reports");

            migrationBuilder.DropColumn(
                name: "id",
                table: "hand_overs");

            migrationBuilder.AddPrimaryKey(
                name: "pk_hand_overs",
                table: "hand_overs",
                columns: new[] { "report_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_overs_agency_code",
                table: "hand_overs",
                column: "agency_code");
        }
    }
}
