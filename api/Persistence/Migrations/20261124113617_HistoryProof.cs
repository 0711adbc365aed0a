using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class HistoryProof : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "last_hash",
                table: "reports",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "hash",
                table: "report_events",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "internal_note_digest",
                table: "report_events",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "internal_note_salt",
                table: "report_events",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "previous_hash",
                table: "report_events",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "public_note_digest",
                table: "report_events",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "public_note_salt",
                table: "report_events",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "staff_digest",
                table: "report_events",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "staff_salt",
                table: "report_events",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.CreateTable(
                name: "history_keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_private_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_history_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "history_leaves",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    index = table.Column<int>(type: "integer", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_history_leaves", x => new { x.date, x.index });
                    table.ForeignKey(
                        name: "fk_history_leaves_report_events_report_id_sequence",
                        columns: x => new { x.report_id, x.sequence },
                        principalTable: "report_events",
                        principalColumns: new[] { "report_id", "sequence" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "history_roots",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    previous = table.Column<byte[]>(type: "bytea", nullable: false),
                    key_id = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_history_roots", x => x.date);
                    table.ForeignKey(
                        name: "fk_history_roots_signing_keys_key_id",
                        column: x => x.key_id,
                        principalTable: "history_keys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_history_leaves_report_id_sequence",
                table: "history_leaves",
                columns: new[] { "report_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_history_roots_key_id",
                table: "history_roots",
                column: "key_id");

            migrationBuilder.Sql(HistoryProofSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(HistoryProofSql.Down);

            migrationBuilder.DropTable(
                name: "history_leaves");

            migrationBuilder.DropTable(
                name: "history_roots");

            migrationBuilder.DropTable(
                name: "history_keys");

            migrationBuilder.DropColumn(
                name: "last_hash",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "report_events");

            migrationBuilder.DropColumn(
                name: "internal_note_digest",
                table: "report_events");

            migrationBuilder.DropColumn(
                name: "internal_note_salt",
                table: "report_events");

            migrationBuilder.DropColumn(
                name: "previous_hash",
                table: "report_events");

            migrationBuilder.DropColumn(
                name: "public_note_digest",
                table: "report_events");

            migrationBuilder.DropColumn(
                name: "public_note_salt",
                table: "report_events");

            migrationBuilder.DropColumn(
                name: "staff_digest",
                table: "report_events");

            migrationBuilder.DropColumn(
                name: "staff_salt",
                table: "report_events");
        }
    }
}
