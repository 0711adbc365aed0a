using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Statistics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "statistics_alarms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kelurahan_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    service_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    count = table.Column<int>(type: "integer", nullable: false),
                    peak = table.Column<int>(type: "integer", nullable: false),
                    expected = table.Column<double>(type: "double precision", nullable: false),
                    limit = table.Column<int>(type: "integer", nullable: false),
                    counted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statistics_alarms", x => x.id);
                    table.ForeignKey(
                        name: "fk_statistics_alarms_kelurahan_kelurahan_code",
                        column: x => x.kelurahan_code,
                        principalTable: "kelurahan",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_statistics_alarms_services_service_code",
                        column: x => x.service_code,
                        principalTable: "services",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statistics_counts",
                columns: table => new
                {
                    part = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    grain = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    start = table.Column<DateOnly>(type: "date", nullable: false),
                    first = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    second = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sight = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    merged = table.Column<int>(type: "integer", nullable: false),
                    in_time = table.Column<int>(type: "integer", nullable: false),
                    late = table.Column<int>(type: "integer", nullable: false),
                    ended = table.Column<int>(type: "integer", nullable: false),
                    reopened = table.Column<int>(type: "integer", nullable: false),
                    statuses = table.Column<int[]>(type: "integer[]", nullable: false),
                    stars = table.Column<int[]>(type: "integer[]", nullable: false),
                    responses = table.Column<int[]>(type: "integer[]", nullable: false),
                    resolutions = table.Column<int[]>(type: "integer[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statistics_counts", x => new { x.part, x.grain, x.start, x.first, x.second, x.sight });
                });

            migrationBuilder.CreateTable(
                name: "statistics_position",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    seen = table.Column<string>(type: "text", nullable: false),
                    waiting = table.Column<DateOnly[]>(type: "date[]", nullable: false),
                    months_until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statistics_position", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "statistics_position",
                columns: new[] { "id", "months_until", "seen", "waiting" },
                columnTypes: new[] { "integer", "date", "text", "date[]" },
                values: new object[] { 1, new DateOnly(1, 1, 1), "", new DateOnly[0] });

            migrationBuilder.CreateIndex(
                name: "ix_statistics_alarms_ended_at",
                table: "statistics_alarms",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "ix_statistics_alarms_service_code",
                table: "statistics_alarms",
                column: "service_code");

            migrationBuilder.CreateIndex(
                name: "ux_statistics_alarms_lasting",
                table: "statistics_alarms",
                columns: new[] { "kelurahan_code", "service_code" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_statistics_counts_first",
                table: "statistics_counts",
                columns: new[] { "part", "first", "grain", "start" },
                filter: "second <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_statistics_counts_start_grain",
                table: "statistics_counts",
                columns: new[] { "start", "grain" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "statistics_alarms");

            migrationBuilder.DropTable(
                name: "statistics_counts");

            migrationBuilder.DropTable(
                name: "statistics_position");
        }
    }
}
