using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Duplicates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                table: "reports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "parent_id",
                table: "reports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                table: "public_reports",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "report_supports",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    supporter = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_supports", x => new { x.report_id, x.supporter });
                    table.ForeignKey(
                        name: "fk_report_supports_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "similarity_rejections",
                columns: table => new
                {
                    low_id = table.Column<Guid>(type: "uuid", nullable: false),
                    high_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_similarity_rejections", x => new { x.low_id, x.high_id });
                    table.CheckConstraint("ck_similarity_rejections_one_way", "low_id < high_id");
                    table.ForeignKey(
                        name: "fk_similarity_rejections_reports_high_id",
                        column: x => x.high_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_similarity_rejections_reports_low_id",
                        column: x => x.low_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reports_merged_into",
                table: "reports",
                column: "merged_into",
                filter: "merged_into IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reports_parent_id",
                table: "reports",
                column: "parent_id",
                filter: "parent_id IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_reports_merged_into_another",
                table: "reports",
                sql: "merged_into <> id");

            migrationBuilder.CreateIndex(
                name: "ix_public_reports_merged_into",
                table: "public_reports",
                column: "merged_into",
                filter: "merged_into IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_public_reports_open",
                table: "public_reports",
                columns: new[] { "lat", "lng" },
                filter: "status NOT IN ('Resolved', 'Closed') AND merged_into IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_similarity_rejections_high_id",
                table: "similarity_rejections",
                column: "high_id");

            migrationBuilder.AddForeignKey(
                name: "fk_reports_reports_merged_into",
                table: "reports",
                column: "merged_into",
                principalTable: "reports",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_reports_reports_parent_id",
                table: "reports",
                column: "parent_id",
                principalTable: "reports",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            // open reports near a point: columns of a complex property, which EF cannot index
            migrationBuilder.Sql("CREATE INDEX ix_reports_open_place ON reports (lat, lng) WHERE status NOT IN ('Resolved', 'Closed') AND merged_into IS NULL;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_reports_open_place;");

            migrationBuilder.DropForeignKey(
                name: "fk_reports_reports_merged_into",
                table: "reports");

            migrationBuilder.DropForeignKey(
                name: "fk_reports_reports_parent_id",
                table: "reports");

            migrationBuilder.DropTable(
                name: "report_supports");

            migrationBuilder.DropTable(
                name: "similarity_rejections");

            migrationBuilder.DropIndex(
                name: "ix_reports_merged_into",
                table: "reports");

            migrationBuilder.DropIndex(
                name: "ix_reports_parent_id",
                table: "reports");

            migrationBuilder.DropCheckConstraint(
                name: "ck_reports_merged_into_another",
                table: "reports");

            migrationBuilder.DropIndex(
                name: "ix_public_reports_merged_into",
                table: "public_reports");

            migrationBuilder.DropIndex(
                name: "ix_public_reports_open",
                table: "public_reports");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "parent_id",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "public_reports");
        }
    }
}
