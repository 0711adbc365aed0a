using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Push : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_notifications_report_id_cause_account_id_medium",
                table: "notifications");

            migrationBuilder.AddColumn<Guid>(
                name: "subscription_id",
                table: "notifications",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "push_subscriptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    browser = table.Column<byte[]>(type: "bytea", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_push_subscriptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_push_subscriptions_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "vapid_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vapid_keys", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_once",
                table: "notifications",
                columns: new[] { "report_id", "cause", "account_id", "subscription_id", "medium" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_push_subscriptions_report_id_recipient_browser",
                table: "push_subscriptions",
                columns: new[] { "report_id", "recipient", "browser" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "push_subscriptions");

            migrationBuilder.DropTable(
                name: "vapid_keys");

            migrationBuilder.DropIndex(
                name: "ix_notifications_once",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "subscription_id",
                table: "notifications");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_report_id_cause_account_id_medium",
                table: "notifications",
                columns: new[] { "report_id", "cause", "account_id", "medium" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);
        }
    }
}
