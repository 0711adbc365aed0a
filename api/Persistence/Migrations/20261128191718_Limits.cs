using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Limits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "requests_per_minute",
                table: "api_clients",
                type: "integer",
                nullable: true);

            // what senders used in a minute: two minutes are kept, and nothing of it has to survive a crash
            migrationBuilder.Sql("""
                CREATE UNLOGGED TABLE rate_counts (
                    minute bigint NOT NULL,
                    sender bytea NOT NULL,
                    used integer NOT NULL,
                    PRIMARY KEY (minute, sender));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE rate_counts;");

            migrationBuilder.DropColumn(
                name: "requests_per_minute",
                table: "api_clients");
        }
    }
}
