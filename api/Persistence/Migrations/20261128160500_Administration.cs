using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Administration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "services",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "service_groups",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "terms",
                table: "calendar_changes",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<string>(
                name: "email",
                table: "agencies",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "office",
                table: "agencies",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "phone",
                table: "agencies",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "agencies",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "one_time_until",
                table: "accounts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "accounts",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "admin_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    subject = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    facts = table.Column<string>(type: "jsonb", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_admin_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_admin_changes_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_admin_changes_account_id",
                table: "admin_changes",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_admin_changes_subject_key_version",
                table: "admin_changes",
                columns: new[] { "subject", "key", "version" },
                unique: true);

            migrationBuilder.Sql("CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON admin_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();");
            migrationBuilder.Sql("CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON admin_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "admin_changes");

            migrationBuilder.DropColumn(
                name: "version",
                table: "services");

            migrationBuilder.DropColumn(
                name: "version",
                table: "service_groups");

            migrationBuilder.DropColumn(
                name: "terms",
                table: "calendar_changes");

            migrationBuilder.DropColumn(
                name: "email",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "office",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "phone",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "version",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "one_time_until",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "version",
                table: "accounts");
        }
    }
}
