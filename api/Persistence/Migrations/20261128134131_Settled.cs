using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Settled : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "settled_at",
                table: "reports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "settled_in_time",
                table: "reports",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "settled_at",
                table: "public_reports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "settled_in_time",
                table: "public_reports",
                type: "boolean",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "settled_at",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "settled_in_time",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "settled_at",
                table: "public_reports");

            migrationBuilder.DropColumn(
                name: "settled_in_time",
                table: "public_reports");
        }
    }
}
