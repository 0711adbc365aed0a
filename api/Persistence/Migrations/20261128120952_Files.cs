using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Files : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "removed_at",
                table: "attachments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "sequence",
                table: "attachments",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_attachments_removed",
                table: "attachments",
                column: "removed_at",
                filter: "removed_at IS NOT NULL AND bytes > 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_attachments_bytes",
                table: "attachments",
                sql: "bytes BETWEEN 0 AND 10485760");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_attachments_removed",
                table: "attachments");

            migrationBuilder.DropCheckConstraint(
                name: "ck_attachments_bytes",
                table: "attachments");

            migrationBuilder.DropColumn(
                name: "removed_at",
                table: "attachments");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "attachments");
        }
    }
}
