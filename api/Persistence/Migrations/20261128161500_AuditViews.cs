using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AuditViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    log = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: true),
                    of_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    viewer_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_views", x => x.id);
                    table.ForeignKey(
                        name: "fk_audit_views_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_views_account_id_id",
                table: "audit_views",
                columns: new[] { "account_id", "id" });

            migrationBuilder.Sql("CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_views FOR EACH ROW EXECUTE FUNCTION refuse_change();");
            migrationBuilder.Sql("CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit_views FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_views");
        }
    }
}
