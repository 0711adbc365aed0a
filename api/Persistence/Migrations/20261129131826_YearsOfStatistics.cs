using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class YearsOfStatistics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "years_until",
                table: "statistics_position",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            // all is counted anew, for years are stored when their days are counted; until then periods are read by months
            migrationBuilder.Sql("UPDATE statistics_position SET seen = ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "years_until",
                table: "statistics_position");
        }
    }
}
