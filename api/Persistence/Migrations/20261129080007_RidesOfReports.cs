using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RidesOfReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "report_id",
                table: "car_requests",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "car_news",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_car_news", x => new { x.request_id, x.version });
                    table.ForeignKey(
                        name: "fk_car_news_car_request_events_request_id_version",
                        columns: x => new { x.request_id, x.version },
                        principalTable: "car_request_events",
                        principalColumns: new[] { "request_id", "version" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_car_news_car_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "car_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_car_requests_report_id_starts_at",
                table: "car_requests",
                columns: new[] { "report_id", "starts_at" },
                filter: "report_id IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_car_requests_reports_report_id",
                table: "car_requests",
                column: "report_id",
                principalTable: "reports",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_car_requests_reports_report_id",
                table: "car_requests");

            migrationBuilder.DropTable(
                name: "car_news");

            migrationBuilder.DropIndex(
                name: "ix_car_requests_report_id_starts_at",
                table: "car_requests");

            migrationBuilder.DropColumn(
                name: "report_id",
                table: "car_requests");
        }
    }
}
