using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class OwnReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "email_index",
                table: "reporter_contacts",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "link_attempts",
                columns: table => new
                {
                    whose = table.Column<byte[]>(type: "bytea", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    window_ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_link_attempts", x => x.whose);
                });

            migrationBuilder.CreateTable(
                name: "reporter_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<byte[]>(type: "bytea", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: true),
                    medium = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    language = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporter_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporter_sessions",
                columns: table => new
                {
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    person = table.Column<byte[]>(type: "bytea", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporter_sessions", x => x.token_hash);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reporter_contacts_email_index",
                table: "reporter_contacts",
                column: "email_index",
                filter: "email_index IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_link_attempts_window_ends_at",
                table: "link_attempts",
                column: "window_ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_reporter_links_due",
                table: "reporter_links",
                columns: new[] { "due_at", "id" },
                filter: "sealed IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reporter_links_ends_at",
                table: "reporter_links",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_reporter_links_token_hash",
                table: "reporter_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporter_sessions_ends_at",
                table: "reporter_sessions",
                column: "ends_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "link_attempts");

            migrationBuilder.DropTable(
                name: "reporter_links");

            migrationBuilder.DropTable(
                name: "reporter_sessions");

            migrationBuilder.DropIndex(
                name: "ix_reporter_contacts_email_index",
                table: "reporter_contacts");

            migrationBuilder.DropColumn(
                name: "email_index",
                table: "reporter_contacts");
        }
    }
}
